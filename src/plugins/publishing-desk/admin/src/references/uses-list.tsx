import { Box, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { useLabels } from '../shared/use-labels';

/** A document that refers to another one. */
export type Use = {
  type: string;
  /** As in the type's schema: the key of its name in the panel. */
  typeName: string;
  documentId: string;
  locale: string | null;
  title: string;
};

/** What the panel calls a type that has no form in the content manager. */
const OF_PANEL = {
  'admin::user': 'delete.user',
  'plugin::upload.file': 'delete.file',
  'plugin::upload.folder': 'delete.folder',
} as const;

type Props = {
  uses: Use[];
  /** How many there are besides. */
  others: number;
  /** How many of which the person may know no more. */
  hidden: number;
};

/** Documents, each with its type and a link to its form, which opens beside: the dialog stays. */
export function UsesList({ uses, others, hidden }: Props) {
  const { say } = useLabels();
  return (
    <Box tag="ul" paddingLeft={5} maxHeight="32vh" overflow="auto" style={{ listStyle: 'disc' }}>
      {uses.map((use) => (
        <li key={use.documentId}>
          <UseLine {...use} />
        </li>
      ))}
      {others > 0 && (
        <li>
          <Typography>{say('delete.others', { count: others })}</Typography>
        </li>
      )}
      {hidden > 0 && (
        <li>
          <Typography>{say('delete.hidden', { count: hidden })}</Typography>
        </li>
      )}
    </Box>
  );
}

function UseLine({ type, typeName, documentId, locale, title }: Use) {
  const { say } = useLabels();
  const { formatMessage } = useIntl();
  const own = OF_PANEL[type as keyof typeof OF_PANEL];
  if (own) return <Typography>{say(own, { title })}</Typography>;
  const form = `/content-manager/collection-types/${type}/${documentId}`;
  return (
    <Typography>
      {formatMessage({ id: typeName, defaultMessage: typeName })}:{' '}
      <Link tag={RouterLink} to={locale ? `${form}?plugins[i18n][locale]=${locale}` : form} target="_blank">
        {title}
      </Link>
    </Typography>
  );
}
