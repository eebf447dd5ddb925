/** The words a text is found by, alike on every database: without accents, in lower case, each once. */
export declare function words(text: string): string[];
/** What to look for: every term must begin a word, in one of its spellings. "1,200" may be 1200 or 1.200. */
export declare function searchTerms(search: string): string[][];
/** The smallest text above every text that begins so, in the order of code points. */
export declare function afterPrefix(prefix: string): string;
//# sourceMappingURL=words.d.ts.map