/** What everyone who works with images may do. */
export const imageReads = ["ims:images:list", "ims:images:get"] as const;

/** What those who keep the images may do besides. */
export const imageWrites = ["ims:images:update", "ims:images:uplaod"] as const;

export const images = {
  create: "ims:images:create",
  remove: "ims:images:delete",
} as const;
