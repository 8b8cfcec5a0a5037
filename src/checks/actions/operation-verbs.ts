/** Whether two operations begin with different verbs, both intended: `getAutoRecovery` and `setAutoRecovery`. */
export function hasDifferentVerb(written: string, documented: string): boolean {
  const [own, other] = [written, documented].map(verbOf);
  return own !== undefined && own !== other;
}

/** The verb that an operation begins with. No verb of the list is a prefix of another. */
function verbOf(operation: string): string | undefined {
  return verbs.find((verb) => operation.startsWith(verb));
}

/** Verbs that operations begin with. A name that begins with one of them is intended, not mistyped. */
const verbs = [
  ...["add", "allow", "apply", "associate", "attach", "batch", "bind", "cancel", "change", "check", "clear", "clone"],
  ...["close", "commit", "confirm", "copy", "count", "create", "decrypt", "delete", "describe", "detach", "disable"],
  ...["disassociate", "download", "enable", "encrypt", "execute", "expand", "export", "extend", "freeze", "get"],
  ...["grant", "import", "install", "invoke", "list", "lock", "migrate", "modify", "mount", "move", "open", "operate"],
  ...["pause", "publish", "put", "query", "reboot", "rebuild", "recover", "refresh", "register", "release", "remove"],
  ...["renew", "replace", "reset", "resize", "restart", "restore", "resume", "retry", "revoke", "rotate", "run"],
  ...["save", "scale", "search", "send", "set", "share", "show", "sign", "start", "stop", "submit", "subscribe"],
  ...["switch", "sync", "tag", "terminate", "test", "transfer", "unbind", "unfreeze", "unlock", "unmount"],
  ...["unregister", "unsubscribe", "untag", "update", "upgrade", "upload", "use", "verify", "view", "write"],
];
