import { jsonAnswer, type Answer } from '../../forge/answers.ts';

/** The forge says no. Handlers throw it, and it is sent as it is. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(status: number, message: string, errors?: readonly (string | object)[]) {
    super(message);
    this.answer = restAnswer(status, {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    });
  }
}

export function restAnswer(status: number, body: object, headers: Record<string, string> = {}): Answer {
  return jsonAnswer(status, body, { 'x-github-media-type': 'github.v3; format=json', ...headers });
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** A request that is well formed and cannot be done. */
export function invalid(resource: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource, code: 'custom', message }]);
}

export function invalidField(resource: string, field: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource, field, code: 'invalid' }]);
}
