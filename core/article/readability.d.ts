// The package's own types cover its index only, which brings the whole parser (30 kB gzipped) along.
declare module '@mozilla/readability/Readability-readerable.js' {
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default function isProbablyReaderable(
    document: { querySelectorAll(selector: string): ArrayLike<Element> },
    options?: { minContentLength?: number; minScore?: number },
  ): boolean;
}
