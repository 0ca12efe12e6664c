export { clearOnClone } from './clear-on-clone';
export { composeStrings } from './compose-strings';
export { explainConstraints, type Explanation, type Explanations } from './explain-constraints';
export { fillSlugs } from './fill-slugs';
export { type DocumentMiddleware } from './written-data';
