/** In a browser, stands for ESLint's own rules, which are a third of it: the playground runs the plugin's. */

export function get(): undefined {
  return undefined;
}

export function has(): boolean {
  return false;
}
