import type { Core } from '@strapi/strapi';
import { isBodyField } from './documents/body-fields';

/** Warns of a body field in a component, which is neither checked nor rendered. */
export default function bootstrap({ strapi }: { strapi: Core.Strapi }): void {
  for (const [uid, component] of Object.entries(strapi.components)) {
    const unchecked = Object.values(component.attributes).some(isBodyField);
    if (unchecked) strapi.log.warn(`body-editor: a body in the component ${uid} is neither checked nor rendered`);
  }
}
