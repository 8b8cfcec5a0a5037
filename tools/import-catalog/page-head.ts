/** What a saved page says of itself, besides its tables. */
import { type Cloud, clouds } from "../../src/catalog/format.js";

/** The address of a page, as its author or the browser that saved it has written it down. */
export function addressOf(text: string): string | undefined {
  const head = text.slice(0, 20_000);
  const marks = [
    /<!-- saved from url=\(\d+\)(?<address>https?:\/\/[^\s<>"]+) -->/u,
    /<link\b(?=[^>]*\brel=["']?canonical\b)[^>]*\bhref=["']?(?<address>https?:\/\/[^\s<>"']+)/u,
    /<meta\b(?=[^>]*\bproperty=["']?og:url\b)[^>]*\bcontent=["']?(?<address>https?:\/\/[^\s<>"']+)/u,
  ];
  return marks.map((mark) => mark.exec(head)?.groups?.["address"]).find((address) => address !== undefined);
}

/** The clouds that a page can be of, by its address or else its language. All if these do not say. */
export function cloudsOf(text: string): readonly Cloud[] {
  const { host = "" } = /^https?:\/\/(?<host>[^/:]+)/u.exec(addressOf(text) ?? "")?.groups ?? {};
  const named = clouds.filter((cloud) => host.endsWith(hosts[cloud]));
  if (named.length > 0) return named;
  return hasChineseTable(text) ? ["huaweicloud"] : clouds;
}

/** The sites of documentation. Partners of Huawei Cloud have theirs on its host. */
const hosts: { readonly [cloud in Cloud]: string } = {
  otc: "docs.otc.t-systems.com",
  "otc-swiss": "docs.sc.otc.t-systems.com",
  huaweicloud: "support.huaweicloud.com",
};

/** Only Huawei Cloud writes Chinese. Two words of its tables are no coincidence. */
function hasChineseTable(text: string): boolean {
  return ["授权项", "权限", "依赖"].filter((word) => text.includes(word)).length >= 2;
}
