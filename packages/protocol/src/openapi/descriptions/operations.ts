// Written by scripts/descriptions.mjs from the comments in the sources: change those, then run it.
/** What each operation does, by its name. */
export const OPERATION_TEXTS: Readonly<Record<string, string>> = {
  'charges.retrieve': 'Reads how a charge stands; asks the payment provider when it is not decided.',
  'contractRequests.create':
    'Asks a freelancer for a contract from a public page. It becomes a draft that only the freelancer can send.',
  'contracts.accept': 'Signs and accepts exactly the terms whose hash was shown. Charges nothing.',
  'contracts.cancel': 'Cancels a signed contract before it is funded.',
  'contracts.create': 'Writes a contract. It stays a draft until it is sent.',
  'contracts.decline': 'Declines an offer.',
  'contracts.discard': 'Throws a draft away. It cannot be brought back.',
  'contracts.endByClient': "Ends a contract from the client's side, paying all, part or nothing of what is held.",
  'contracts.endByFreelancer':
    "Ends a contract from the freelancer's side: what is held goes back to the client at once.",
  'contracts.fund': 'Pays the next milestone, or all that are not funded, into escrow.',
  'contracts.list': 'Lists contracts, newest change first.',
  'contracts.resend': 'Mails the invitation once more, with a new link.',
  'contracts.retrieve': 'Reads one contract.',
  'contracts.revise': 'Replaces an offer that was not yet accepted by a new version; the old link stops working.',
  'contracts.send': 'Signs a draft and sends it to the client, by mail.',
  'contracts.update': 'Rewrites a draft.',
  'contracts.withdraw': 'Takes an offer back before it is accepted; the link stops working at once.',
  'disputes.open': 'Objects to the return of what is held: it stays held until the dispute is settled.',
  'escrowRefunds.approve': 'Agrees that what is still held goes back to the client who ended the contract.',
  'events.list': 'Lists what happened to a contract, oldest first, without a gap.',
  'events.stream': 'Follows a contract live (server-sent events), from `Last-Event-ID` on and without a gap.',
  'invitations.requestCode': 'Mails a six-digit code to the address the invitation was sent to.',
  'invitations.retrieve':
    'Shows who invites, before the address is confirmed. Changes nothing, however often it is asked.',
  'invitations.verify': 'Confirms the address with the code, and signs the client in.',
  'milestoneChanges.accept':
    'Agrees to what the other side proposed; raising a funded milestone charges the client the difference.',
  'milestoneChanges.create':
    "Proposes to add, change, remove or reorder milestones of a signed contract. A client's changes to milestones that are not funded take effect at once; everything else waits for the other side.",
  'milestoneChanges.reject': 'Refuses what the other side proposed.',
  'milestoneChanges.withdraw': "Takes one's own proposal back.",
  'milestones.approve': 'Releases what is held for a milestone, all or less; works without a request for payment, too.',
  'party.update': 'Changes the name and company the other side sees.',
  'paymentRequests.create': 'Asks the client to release the money held for a milestone; the client gets a mail.',
  'paymentRequests.requestChanges':
    'Asks for changes instead of approving; the money stays in escrow and the review starts anew with the next request.',
  'paymentRequests.view': 'Says that the client has seen a request for payment.',
  'paymentRequests.withdraw': 'Takes a request for payment back before it is answered.',
  'previews.create': 'Shows what a money command would do, and gives the token that lets exactly that happen.',
  'profile.retrieve': 'Reads the public profile of the freelancer a key belongs to.',
  'sessions.create': 'Signs in with an e-mailed code.',
  'sessions.delete': 'Signs out.',
  'sessions.mint': "Mints a short session for a page of the integrator, from the integrator's server.",
  'sessions.requestCode':
    'Mails a six-digit code to sign in with. The answer is the same whether or not the address is known.',
  'sessions.retrieve': 'Reads who is signed in.',
};
