/** What is known of one side of a contract. */
interface Person {
  readonly name: string | null;
  readonly email: string | null;
  readonly company: string | null;
}

/** The whole name; without one the address, which is at least true. */
export function fullName({ name, company, email }: Person, nobody = ''): string {
  return name ?? company ?? email ?? nobody;
}

/** How a sentence names somebody: by the first name, where that is surely one; else in full. */
export function shortName(person: Person, nobody = ''): string {
  const [first = '', ...others] = person.name?.trim().split(/\s+/) ?? [];
  const plain =
    others.length > 0 && others.length < 4 && /^\p{L}[\p{L}'’-]+$/u.test(first) && !/[&,]/.test(person.name ?? '');
  return plain ? first : fullName(person, nobody);
}

/** One or two letters for a face. */
export function initials(person: Person): string {
  const words = fullName(person)
    .split(/[\s@.]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], person.name ? words.at(-1) : undefined];
  return [first, last === first ? undefined : last]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toLocaleUpperCase();
}
