import { DECODERS } from 'virtual:pdf-wasm';
import workerCode from 'virtual:pdf-worker';
import {
  AnnotationMode,
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
// pdf.js puts itself where its viewer looks for it: this line has to stand behind the one above.
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** The paper on the screen: pdf.js's own viewer, and what it tells of. */
export interface Paper {
  readonly events: EventBus;
  readonly viewer: PDFViewer;
  readonly links: PDFLinkService;
  readonly container: HTMLDivElement;
}

/** Gives pdf.js's worker its decoders of pictures from memory. The method is called so by what is left of pdf.js (see packaging/pdfViewer.mjs). */
class DecodersInMemory {
  async lookUpInTable({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const decoder = DECODERS[filename];
    if (!decoder) throw new Error('There is no such decoder.');
    return decoder;
  }
}

/** Makes pdf.js's viewer in a container; nothing of a document is alive in it: no link, form or script. */
export function makePaper(container: HTMLDivElement): Paper {
  GlobalWorkerOptions.workerPort = new Worker(URL.createObjectURL(new Blob([workerCode], { type: 'text/javascript' })));
  const events = new EventBus();
  const linkService = new PDFLinkService({ eventBus: events });
  const findController = new PDFFindController({ eventBus: events, linkService });
  const viewer = new PDFViewer({
    container,
    eventBus: events,
    linkService,
    findController,
    annotationMode: AnnotationMode.DISABLE,
    annotationEditorMode: -1,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  return { events, viewer, links: linkService, container };
}

/** Shows these bytes. Throws an Error with a sentence for people where they are no PDF that can be shown. */
export async function showPaper({ viewer, links }: Paper, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: bytes,
    WasmFactory: DecodersInMemory,
    wasmUrl: 'memory/',
    useWorkerFetch: false,
    enableXfa: false,
    isEvalSupported: false,
    disableAutoFetch: true,
  });
  task.onPassword = () => {
    void task.destroy();
  };
  try {
    const paper = await task.promise;
    viewer.setDocument(paper);
    // The search asks there how many pages there are.
    links.setDocument(paper, null);
    return paper;
  } catch (error) {
    throw new Error(error instanceof Error && /password|destroyed/i.test(error.message) ? LOCKED : DAMAGED);
  }
}

const LOCKED = 'This PDF is locked with a password; Briefcite can not show it.';
const DAMAGED = 'This PDF is damaged; Briefcite can not show it.';
