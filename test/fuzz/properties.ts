import { coverageProperties } from "./coverage-properties.js";
import { engineProperties } from "./engine-properties.js";
import { fixProperties } from "./fix-properties.js";
import type { FuzzProperty } from "./fuzz-property.js";
import { hostileProperties } from "./hostile-properties.js";
import { hclProperties } from "./hcl-properties.js";
import { hostProperties } from "./host-properties.js";
import { patternProperties } from "./pattern-properties.js";
import { placeProperties } from "./place-properties.js";
import { suggestionProperties } from "./suggestion-properties.js";
import { summaryProperties } from "./summary-properties.js";
import { yamlProperties } from "./yaml-properties.js";

export const properties: readonly FuzzProperty[] = [
  ...patternProperties,
  ...coverageProperties,
  ...hostProperties,
  ...engineProperties,
  ...placeProperties,
  ...fixProperties,
  ...suggestionProperties,
  ...summaryProperties,
  ...hostileProperties,
  ...hclProperties,
  ...yamlProperties,
];
