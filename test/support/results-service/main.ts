/**
 * GitHub's results service (artifacts v4, cache v2) and its REST calls for artifacts, on loopback and in memory, for the
 * real clients: @actions/artifact, @actions/cache and octokit. Run ids, attempts, forks and permissions are its state;
 * faults can be switched on (see control.ts).
 *
 *   node test/support/results-service/main.ts --port 0      prints its URL on the first line; ends on SIGTERM
 *
 * What a step needs to meet it instead of GitHub:
 *
 *   ACTIONS_RESULTS_URL=<url>/
 *   ACTIONS_RUNTIME_TOKEN=<jwt>        its `scp` claim is Actions.Results:RUN:JOB, or RUN-ATTEMPT for a re-run;
 *                                      `--token RUN[-ATTEMPT]:JOB` prints one and ends
 *   ACTIONS_CACHE_SERVICE_V2=true      else @actions/cache speaks v1, which is not served here
 *   GITHUB_API_URL=<url>
 *   GITHUB_SERVER_URL=https://github.com    anything else on 127.0.0.1 would be taken for GHES and refused
 *   GITHUB_TOKEN=<any>                 may write unless registered otherwise
 *   GITHUB_RUN_ID=RUN                  deltas must name the run that the token names
 */
import { parseArgs } from 'node:util';
import { runtimeToken, startResultsService } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, token: { type: 'string' } } });
if (values.token !== undefined) {
  const [run = '', job = 'job'] = values.token.split(':');
  const [id = '', attempt = '1'] = run.split('-');
  process.stdout.write(`${runtimeToken(id, Number(attempt), job)}\n`);
} else {
  const service = await startResultsService({ port: Number(values.port) });
  process.stdout.write(`${service.origin}\n`);
  process.once('SIGTERM', () => void service.close());
}
