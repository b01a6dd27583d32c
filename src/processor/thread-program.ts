/**
 * What runs in the processor's thread, as the text of a program: a thread begins with JavaScript, and tests run the
 * TypeScript sources. Loading the processor costs about a third of a second, reading a stylesheet some ten
 * milliseconds: once each. One thread serves all stylesheets, since a second processor would have to be loaded, and to
 * grow warm, beside the first; only where much waits are there more. The transformations are called in their synchronous form, since the asynchronous one
 * prints failures to the console.
 *
 * No stylesheet of ours or of anybody else reads or writes files here. Result documents are refused (the processor asks
 * once with a test address, and calls `save` only where a stylesheet writes one); the processor's own ways to files and
 * to the network are closed once it is loaded. It reads the compiler from within itself.
 */
export const threadProgram = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const saxon = require(workerData.library);
  const platform = saxon.getPlatform();

  const refuse = () => { throw new saxon.XError('Stylesheets neither read nor write files here.', 'FODC0002'); };
  for (const way of ['readFile', 'makeHttpRequest', 'writeFileAsync', 'writeFileSync']) platform[way] = refuse;
  platform.resourcePromise = async () => refuse();
  const quiet = {
    deliverResultDocument: () => ({ destination: 'raw', save: refuse }),
    deliverMessage: () => undefined,
  };

  const stylesheets = new Map();
  const load = (path) => {
    if (!stylesheets.has(path)) stylesheets.set(path, JSON.parse(readFileSync(path, 'utf8')));
    return stylesheets.get(path);
  };
  const parse = (text) => saxon.getResource({ text, type: 'xml' });
  const asList = (value) => (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]);

  // One of our own stylesheets over all documents in one call: it begins at its template "documents".
  const transform = async ({ path, documents, parameters }) => {
    const { principalResult } = saxon.transform({
      stylesheetInternal: load(path),
      initialTemplate: 'documents',
      destination: 'raw',
      resultForm: 'array',
      stylesheetParams: { ...parameters, documents: await Promise.all(documents.map(parse)) },
      ...quiet,
    }, 'sync');
    return asList(principalResult).map((item) => ({ ...item }));
  };

  // The compiler is a stylesheet within the processor; its command line calls it in this way.
  const parents = (node) => {
    for (const child of node.C ?? []) {
      child.parentNode = node;
      parents(child);
    }
  };
  let compiler;
  const compile = async ({ source }) => {
    if (compiler === undefined) parents(compiler = platform.resource('compiler'));
    const stylesheet = await parse(source);
    // The compiler wants an address; nothing is read from it.
    stylesheet._saxonBaseUri = 'file:///rules.xsl';
    const parameters = new saxon.XdmMap();
    parameters.inSituPut(saxon.XS.QName.fromParts('', '', 'staticParameters'), [new saxon.XdmMap()]);
    const options = saxon.checkOptions({
      destination: 'application',
      initialMode: 'compile-complete',
      templateParams: { 'Q{}options': { noXPath: false } },
      stylesheetParams: parameters,
      stylesheetInternal: compiler,
    });
    try {
      saxon.internalTransform(compiler, stylesheet, options);
    } catch (error) {
      if (error.code === undefined) throw error;
      return [{ fault: String(error.message) }];
    }
    const [result] = asList(options.principalResult);
    return [{ executable: JSON.stringify(saxon.XPath.sefToJSON(result.firstChild, false)) }];
  };

  // Where the nodes of a document lie, by one walk: elements by their number in document order.
  const numberNodes = (document) => {
    const places = new Map([[document, { element: -1 }]]);
    let elements = 0;
    const walk = (parent, element) => {
      let before = 0;
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === 1) {
          places.set(node, { element: elements });
          walk(node, elements++);
          before++;
        } else if (node.nodeType === 3 || node.nodeType === 4) places.set(node, { element, after: before });
        else places.set(node, { element, child: before++ });
      }
    };
    walk(document, -1);
    return (node) => {
      if (node === null || typeof node !== 'object') return undefined;
      if (places.has(node)) return places.get(node);
      const owner = places.get(node.parent ?? node.ownerElement);
      return owner === undefined ? undefined : { ...owner, attribute: node.name };
    };
  };

  // A set of rules over documents, each in a transformation of its own: global variables speak of one document.
  const check = async ({ executable, documents }) => {
    const stylesheet = JSON.parse(executable);
    const answers = [];
    for (const { text, address } of documents) {
      try {
        const source = await parse(text);
        source._saxonBaseUri = source._saxonDocUri = address;
        const { principalResult } = saxon.transform({
          stylesheetInternal: stylesheet,
          sourceNode: source,
          initialMode: 'Q{urn:editio:schematron}check',
          destination: 'raw',
          resultForm: 'array',
          ...quiet,
        }, 'sync');
        const items = asList(principalResult);
        const placeOf = items.length === 0 ? undefined : numberNodes(source);
        answers.push({ findings: items.map((item) => ({ ...item, node: placeOf(item.node) })) });
      } catch (error) {
        answers.push({ failure: String(error?.message ?? error) });
      }
    }
    return answers;
  };

  const tasks = { transform, compile, check };
  parentPort.on('message', async ({ call, task }) => {
    try {
      parentPort.postMessage({ call, begun: true });
      parentPort.postMessage({ call, results: await tasks[task.kind](task) });
    } catch (error) {
      parentPort.postMessage({ call, failure: String(error?.message ?? error) });
    }
  });
`;
