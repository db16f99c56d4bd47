// Bytes in JSON and in headers. (`Uint8Array.prototype.toBase64` is not in every browser that we run in.)

/** A multiple of three, so that parts can be put together; short enough for the arguments of one call. */
const PART = 24_576;

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PART)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PART)));
  return text;
}
