import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { linkWords } from '../../../../../body/link-words';
import type { Body } from '../../../../../body/schema';
import { relationRow } from '../../../../../strapi-internals/panel/relation-row';
import type { Found } from './use-checks';
import { useIntl } from 'react-intl';
import { useLabels } from '../shared/use-labels';

const TARGETS = { officials: 'plugin::directory.official', agencies: 'plugin::directory.agency' };
const CIVIL_DAY = /^\d{4}-\d{2}-\d{2}$/;

type Links = { connect?: unknown[] };

/** One thing that was found, in words; and the click that links it, where there is something to link. */
export function FoundItem({ found: { message, values = {}, severity, link } }: { found: Found }) {
  const { say, civilDay } = useLabels();
  const { formatMessage } = useIntl();
  const form = useForm('FoundItem', (state) => state.values) as Record<string, Links | undefined> & { body?: Body };
  const isDisabled = useForm('FoundItem', (state) => state.disabled);
  const addFieldRow = useForm('FoundItem', (state) => state.addFieldRow);
  const onChange = useForm('FoundItem', (state) => state.onChange);
  const readable = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && CIVIL_DAY.test(value) ? civilDay(value) : value,
  ]);
  return (
    <Flex tag="li" gap={2} alignItems="flex-start" justifyContent="space-between">
      <Box
        flex="1"
        minWidth={0}
        paddingLeft={2}
        borderStyle="solid"
        borderWidth="0 0 0 2px"
        borderColor={severity === 'stop' ? 'danger600' : 'neutral300'}
        style={{ overflowWrap: 'anywhere' }}
      >
        <Typography>{formatMessage({ id: message }, Object.fromEntries(readable))}</Typography>
      </Box>
      {link && !isDisabled && (
        <Button
          variant="tertiary"
          size="S"
          aria-label={say('checks.linkOne', { name: link.name })}
          onClick={() =>
            'words' in link
              ? onChange('body', form.body && linkWords(form.body, link.words, link.href))
              : addFieldRow(
                  `${link.field}.connect`,
                  relationRow(TARGETS[link.field], link, form[link.field]?.connect?.length ?? 0),
                )
          }
        >
          {say('checks.link')}
        </Button>
      )}
    </Flex>
  );
}
