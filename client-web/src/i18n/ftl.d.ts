/** Parts of a language's file, cut by vite/words.ts. */
declare module '*.ftl?first' { const text: string; export default text; }
declare module '*.ftl?later' { const text: string; export default text; }
declare module '*.ftl?easy' { const text: string; export default text; }
