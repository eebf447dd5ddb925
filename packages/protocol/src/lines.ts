// Control characters, overrides of the writing direction and halves of a surrogate pair never belong to what
// people write: they forge mail headers, turn names around, or cannot be stored. What has no width makes one name
// look like another, but joiners stay: names in Persian or Sinhala need them.
/** One line that says something: what a name or a title may be made of. In a room of its own, like the lengths. */
export const LINE =
  /^(?=[\s\S]*\S)[^\u0000-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]*$/u;
/** Any number of lines: what a longer text may be made of. */
export const LINES =
  /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$/u;
