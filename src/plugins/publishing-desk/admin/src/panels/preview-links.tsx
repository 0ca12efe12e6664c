import { Button, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useLabels } from './use-labels';

type Link = { id: string; by: string; expiresAt: string };

/** The links through which a draft was seen and still can be, each with its revocation. */
export function PreviewLinks({ documentId, locale }: { documentId: string; locale: string }) {
  const { say, when } = useLabels();
  const { get, del } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [links, setLinks] = useState<Link[]>([]);
  const path = `/publishing-desk/previews/${documentId}`;

  useEffect(() => {
    get<{ data: Link[] }>(`${path}?locale=${locale}`).then(({ data }) => setLinks(data.data), console.error);
  }, [get, path, locale]);

  async function revoke(id: string): Promise<void> {
    try {
      await del(`${path}/${id}?locale=${locale}`);
      // Strapi's panel keeps the address that it would show in its frame.
      location.reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
  }

  if (links.length === 0) return <Typography textColor="neutral600">{say('preview.none')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography textColor="neutral600">{say('preview.text')}</Typography>
      <Flex direction="column" alignItems="stretch" gap={2} tag="ul">
        {links.map(({ id, by, expiresAt }) => (
          <Flex key={id} tag="li" justifyContent="space-between" gap={2}>
            <Flex direction="column" alignItems="flex-start">
              <Typography fontWeight="semiBold">{by || say('preview.someone')}</Typography>
              <Typography variant="pi" textColor="neutral600">
                {say('preview.until', { when: when(expiresAt) })}
              </Typography>
            </Flex>
            <Button variant="danger-light" size="S" onClick={() => revoke(id)}>
              {say('preview.revoke')}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
