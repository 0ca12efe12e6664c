import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { ChecksList } from './checks-list';
import { useLabels } from '../shared/use-labels';
import { ARTICLE } from '../article-type';

/** What to look at again before the article is published, as it stands in the form. */
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
