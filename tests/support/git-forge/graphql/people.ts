import { userNamed, type Hub } from '../hub.ts';
import { userId } from '../rest/addresses.ts';

/** A person or a program as GraphQL shows them. */
export function userNode(hub: Hub, login: string): object {
  const { kind = 'User', name } = userNamed(hub, login);
  const shared = {
    __typename: kind,
    id: `U_${login}`,
    databaseId: userId(login),
    login,
    url: `${hub.origin}/${login}`,
    avatarUrl: `${hub.origin}/avatars/${login}.png`,
  };
  return kind === 'Bot' ? shared : { ...shared, name, email: '' };
}
