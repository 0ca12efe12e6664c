export { checkValues } from './attribute-values';
export { clearOnClone } from './clear-on-clone';
export { constraintErrors, constraintMessages, explainConstraint, type ConstraintMessages } from './constraint-errors';
export { fillSlugs } from './fill-slugs';
export { normaliseStrings } from './normalise-strings';
export { type DocumentMiddleware } from './written-data';
