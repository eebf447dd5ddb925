/** What the pages around the elements say. Names and times come written. */
export const deskWords = {
  product: 'Handsel',
  titled: (page: string) => `${page} · Handsel`,
  pages: 'Pages',
  contracts: 'Contracts',
  create: 'Create a Contract',
  settings: 'Settings',
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}`,
  testMode: 'Test mode: held funds (simulated). No real money moves.',
  offline: 'You are offline. What you see may be old, and nothing can be sent until you are back.',
  loading: 'Loading',
  tryAgain: 'Try again',
  noAnswer: 'No answer came. Try again: nothing is sent twice.',
  notRight: 'Something is not right. Check it and try again.',
  unknown: (reference: string) =>
    `Something failed on our side. Nothing was sent or charged.${reference && ` Reference ${reference}.`}`,
  failed: 'This page did not load. Nothing was sent or charged.',

  signIn: 'Sign in',
  signInText: 'We mail you a 6-digit code. There is no password.',
  signInClient: 'Sign in to your contracts',
  signInClientText:
    'Use the address your contract was sent to. We mail you a 6-digit code; you do not need an account.',
  signInAgain: 'You were signed out. What you typed is kept; sign in to go on.',
  email: 'E-mail address',
  emailFault: 'Enter an e-mail address like name@company.com.',
  sendCode: 'E-mail me a code',
  sendingCode: 'Sending…',
  codeText: (email: string, until: string) =>
    `If ${email} is known here, a code is on its way. It works until ${until}.`,
  code: 'Code from the e-mail',
  codeHelp: '6 digits',
  codeFault: 'Codes are 6 digits.',
  codeWrong: (left: number) =>
    left === 1 ? 'That is not the code. 1 try left.' : `That is not the code. ${left} tries left. Codes are 6 digits.`,
  codeWrongPlain: 'That is not the code. Codes are 6 digits.',
  codeLocked: (at: string) => `Too many tries. We can send a new code at ${at}.`,
  codeLockedPlain: 'Too many tries. Ask for a new code.',
  confirm: 'Sign in',
  confirming: 'Signing in…',
  otherAddress: 'Use another address',
  newCode: 'Send a new code',
  asOther: (name: string) =>
    `You are signed in as ${name}. To sign and pay as the client, sign in with the client’s address.`,
  asOtherLink: 'Sign in as the client',

  invitation: 'Invitation',
  invites: (who: string) => `${who} offers you a contract`,
  invitesText: (hint: string) =>
    `To open it, confirm that ${hint} is your address: we mail you a 6-digit code. You do not need an account, and nothing is signed or charged.`,
  inviteSend: 'E-mail me a code',
  inviteConfirm: 'Open the contract',
  inviteOpening: 'Opening…',
  inviteSent: (hint: string, until: string) => `We mailed a code to ${hint}. It works until ${until}.`,
  inviteEnded: {
    withdrawn: (who: string) => `${who} withdrew this offer. Nothing was charged, and you have nothing to do.`,
    expired: (who: string) => `This offer has expired. Ask ${who} for a new one.`,
    replaced: (who: string) => `${who} sent a newer version of this offer. Open the link in the newest e-mail.`,
  },
  inviteUnknown: 'This link is not complete or is no longer valid. Open it again from the newest e-mail, or sign in.',

  settingsText: 'What the other side of your contracts sees.',
  name: 'Your name',
  company: 'Company',
  optional: '(optional)',
  nameFault: 'Enter your name.',
  tooLong: 'At most 120 characters.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  address: 'Your address',

  notFound: 'This page is not here',
  notFoundText: 'The address may be mistyped, or the contract is not one you may see.',
  toContracts: 'Go to your contracts',
  edit: 'Edit contract',
};

/** The words of the desk. */
export type DeskWords = typeof deskWords;
