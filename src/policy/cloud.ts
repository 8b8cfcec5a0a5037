/** The clouds whose policies are checked. */
export const clouds = ["otc", "otc-swiss", "huaweicloud"] as const;
export type Cloud = (typeof clouds)[number];
