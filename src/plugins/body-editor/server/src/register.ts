import type { Core } from '@strapi/strapi';
import { bodyOnWrite } from './documents/body-on-write';
import { describeBeforePublish } from './documents/describe-before-publish';

/** Registers the custom field, the check of bodies before every write, and after it the rule for pictures. */
export default function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.customFields.register({
    name: 'body',
    plugin: 'body-editor',
    type: 'json',
    inputSize: { default: 12, isResizable: false },
  });
  strapi.documents.use(bodyOnWrite(strapi));
  strapi.documents.use(describeBeforePublish(strapi));
}
