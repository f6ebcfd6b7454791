/** The crypto core's built file, as a hashed asset (vite.config.ts). */
declare module '#core.wasm?url' {
  const url: string;
  export default url;
}
