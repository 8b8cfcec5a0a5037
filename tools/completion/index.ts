import { join } from "node:path";
import { writeCompletion } from "./write.js";

/** Writes what editors complete policies with into the project: `npm run build` does it. */
writeCompletion(join(import.meta.dirname, "..", ".."));
