// Test files run side by side on one origin, and the same seed gives the same ids: a draft of one would turn up in the
// other. What a page keeps is kept for its tab alone.
Object.defineProperty(window, 'localStorage', { value: sessionStorage, configurable: true });
