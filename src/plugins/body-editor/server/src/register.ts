import { type Core } from '@strapi/strapi';
import { bodyOnWrite } from './documents/body-on-write';

/** Makes the custom field known and puts the check before every write. */
export default function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.customFields.register({
    name: 'body',
    plugin: 'body-editor',
    type: 'json',
    inputSize: { default: 12, isResizable: false },
  });
  strapi.documents.use(bodyOnWrite(strapi));
}
