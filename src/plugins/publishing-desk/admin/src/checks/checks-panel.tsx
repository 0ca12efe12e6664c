import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { ChecksList } from './checks-list';
import { useLabels } from '../shared/use-labels';
import { ARTICLE } from '../article-type';

/** The checks of the article in the form, before it is published. */
export const ChecksPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (model !== ARTICLE) return null;
  const asked = new URLSearchParams(location.search).get('plugins[i18n][locale]');
  // What is not in this language yet has a document id, and no document.
  const known = documentId && document?.locale ? documentId : null;
  return {
    title: say('checks.title'),
    content: <ChecksList documentId={known} locale={document?.locale ?? asked ?? 'vi'} />,
  };
};
