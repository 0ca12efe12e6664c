import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { useLabels } from '../shared/use-labels';
import { MAY_READ_AUDIT } from '../shared/permissions';

type BrokenRule = {
  rule: string;
  type: string;
  /** As in the type's schema: the key of its name in the panel. */
  typeName: string;
  message: string;
  count: number;
  documents: { documentId: string; locale: string | null; title: string }[];
};

/** The settings page of documents that cannot be: they are older than the rule that they break. */
export default function BrokenRulesPage() {
  return (
    <Page.Protect permissions={MAY_READ_AUDIT}>
      <BrokenRules />
    </Page.Protect>
  );
}

function BrokenRules() {
  const { say } = useLabels();
  const { get } = useFetchClient();
  const [rules, setRules] = useState<BrokenRule[] | 'failed' | null>(null);

  useEffect(() => {
    get<{ data: BrokenRule[] }>('/publishing-desk/broken-rules').then(
      ({ data }) => setRules(data.data),
      () => setRules('failed'),
    );
  }, [get]);

  if (rules === 'failed') return <Page.Error />;
  if (!rules) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{say('rules.title')}</Page.Title>
      <Layouts.Header title={say('rules.title')} subtitle={say('rules.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {rules.length === 0 && <Typography>{say('rules.none')}</Typography>}
          {rules.map((rule) => (
            <Rule key={rule.rule} {...rule} />
          ))}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function Rule({ type, typeName, message, count, documents }: BrokenRule) {
  const { say } = useLabels();
  const { formatMessage } = useIntl();
  const name = formatMessage({ id: typeName, defaultMessage: typeName });
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Typography tag="h2" variant="delta">
        {say('rules.count', { type: name, count })}
      </Typography>
      <Box paddingTop={2} paddingBottom={2}>
        <Typography>{message}</Typography>
      </Box>
      <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
        {documents.map(({ documentId, locale, title }) => {
          const form = `/content-manager/collection-types/${type}/${documentId}`;
          return (
            <li key={documentId}>
              <Link tag={RouterLink} to={locale ? `${form}?plugins[i18n][locale]=${locale}` : form}>
                {title}
              </Link>
            </li>
          );
        })}
        {count > documents.length && (
          <li>
            <Typography>{say('delete.others', { count: count - documents.length })}</Typography>
          </li>
        )}
      </Box>
    </Box>
  );
}
