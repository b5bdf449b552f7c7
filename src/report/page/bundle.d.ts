/** A program of the page, bundled into one text by the build. */
declare module '*?bundle' {
  const text: string;
  export default text;
}
