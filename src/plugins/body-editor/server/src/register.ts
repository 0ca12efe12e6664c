import type { Core } from '@strapi/strapi';
import { bodyOnWrite } from './documents/body-on-write';
import { describeBeforePublish } from './documents/describe-before-publish';

/** Makes the custom field known and puts the check before every write, and the rule for pictures after the check. */
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
