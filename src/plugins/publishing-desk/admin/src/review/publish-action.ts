import { type DocumentActionComponent, useDocumentRBAC } from '@strapi/content-manager/strapi-admin';
import { PUBLISHING_ACTIONS } from '../../../../../strapi-internals/panel/document-actions';

/** Strapi's actions on a document, those that publish and unpublish only for who may: Strapi shows them disabled. */
export const offerPublishingToPublishers = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.map((action) => (PUBLISHING_ACTIONS.includes(action.type ?? '') ? offered(action) : action));

function offered(publish: DocumentActionComponent): DocumentActionComponent {
  const Offered: DocumentActionComponent = (props) => {
    const action = publish(props);
    const canPublish = useDocumentRBAC('Offered', (permissions) => permissions.canPublish);
    return canPublish ? action : null;
  };
  return Object.assign(Offered, publish);
}
