// The parser of TypeScript asks Node.js for its process as soon as it is loaded, and a browser has none.
if (!("process" in globalThis)) {
  Object.assign(globalThis, { process: { env: {}, argv: [], platform: "browser", cwd: () => "/" } });
}
