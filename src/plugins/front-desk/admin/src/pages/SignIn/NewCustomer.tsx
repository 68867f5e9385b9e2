import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { useChoices } from '../../api/choices';
import type { FoundCustomer, NewCustomer as Person } from '../../api/choices';
import { codeOf, detailsOf } from '../../api/failure';
import { FormDialog } from '../../components/FormDialog';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { fullName } from './CustomerSearch';
import { problemsOf, startingFrom } from './new-person';
import type { TextField } from './new-person';

const LABELS: Record<TextField, TextKey> = {
  firstName: 'newCustomer.firstName',
  lastName: 'newCustomer.lastName',
  email: 'newCustomer.email',
  phone: 'newCustomer.phone',
};

const LANGUAGES = { en: 'English', nl: 'Nederlands', de: 'Deutsch' };

interface Props {
  /** what was typed in the search: a name, or an e-mail address */
  typed: string;
  /** goes on with the customer who was made, or found to be known */
  choose: (customer: FoundCustomer) => void;
  close: () => void;
}

/** Makes a customer of somebody who stands at the desk. A known e-mail address is asked about. */
export function NewCustomer({ typed, choose, close }: Props) {
  const { t, locale } = useText();
  const { enterCustomer } = useChoices();
  const [person, setPerson] = useState(() => startingFrom(typed, locale));
  const [tried, setTried] = useState(false);
  const [sharing, setSharing] = useState<FoundCustomer[]>([]);
  const problems = problemsOf(person);
  const change = (part: Partial<Person>) => {
    setPerson((before) => ({ ...before, ...part }));
    setSharing([]);
  };

  async function submit() {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    try {
      choose(await enterCustomer({ ...person, sharesEmail: sharing.length > 0 }));
    } catch (error) {
      const known = detailsOf(error).customers;
      if (codeOf(error) !== 'email_known' || !Array.isArray(known)) throw error;
      setSharing(known as FoundCustomer[]);
    }
  }

  const field = (name: TextField, required: boolean, type = 'text') => {
    const problem = problems[name];
    return (
      <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
        <Field.Root
          name={name}
          required={required}
          error={tried && problem ? t(problem) : undefined}
        >
          <Field.Label>{t(LABELS[name])}</Field.Label>
          <TextInput
            type={type}
            autoComplete="off"
            value={person[name]}
            onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
          />
          <Field.Error />
        </Field.Root>
      </Grid.Item>
    );
  };

  return (
    <FormDialog
      title={t('newCustomer.title')}
      action={t(sharing.length > 0 ? 'newCustomer.createAnyway' : 'newCustomer.create')}
      close={close}
      submit={submit}
    >
      <Grid.Root gap={4}>
        {field('firstName', true)}
        {field('lastName', true)}
        {field('email', false, 'email')}
        {field('phone', false, 'tel')}
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="language" hint={t('newCustomer.languageHint')}>
            <Field.Label>{t('newCustomer.language')}</Field.Label>
            <SingleSelect
              value={person.language}
              onChange={(language) => change({ language: String(language) })}
            >
              {Object.entries(LANGUAGES).map(([language, name]) => (
                <SingleSelectOption key={language} value={language}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      {sharing.length > 0 && (
        <Box role="alert" background="warning100" hasRadius padding={4}>
          <Typography tag="p" paddingBottom={3}>
            {t('newCustomer.emailKnown')}
          </Typography>
          <Flex gap={2} wrap="wrap">
            {sharing.map((customer) => (
              <Button
                key={customer.documentId}
                type="button"
                variant="secondary"
                onClick={() => choose({ ...customer, email: person.email })}
              >
                {t('newCustomer.choose', { name: fullName(customer) })}
              </Button>
            ))}
          </Flex>
        </Box>
      )}
    </FormDialog>
  );
}
