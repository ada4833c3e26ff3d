/** A number of PDFium's own: a handle or an address in its memory; 0 is none. */
export type Handle = number;

type Call = (...values: readonly number[]) => number;

/** What PDFium may be asked; the names are its own. Coordinates are in points, from the lower left corner of the page. */
export interface Pdfium {
  readonly malloc: Call;
  readonly free: Call;
  readonly FPDF_LoadMemDocument: Call;
  readonly FPDF_GetLastError: Call;
  readonly FPDF_GetPageCount: Call;
  readonly FPDF_GetPageLabel: Call;
  readonly FPDF_LoadPage: Call;
  readonly FPDF_ClosePage: Call;
  readonly FPDF_GetPageHeightF: Call;
  readonly FPDF_GetPageWidthF: Call;
  readonly FPDF_GetPageBoundingBox: Call;
  readonly FPDFPage_GetRotation: Call;
  readonly FPDFPageObj_GetBounds: Call;
  readonly FPDFPage_CountObjects: Call;
  readonly FPDFPage_GetObject: Call;
  readonly FPDFPageObj_GetType: Call;
  readonly FPDFPageObj_GetFillColor: Call;
  readonly FPDFPageObj_GetStrokeColor: Call;
  readonly FPDFPath_GetDrawMode: Call;
  readonly FPDFTextObj_GetTextRenderMode: Call;
  readonly FPDFPage_GetAnnotCount: Call;
  readonly FPDFPage_GetAnnot: Call;
  readonly FPDFPage_CloseAnnot: Call;
  readonly FPDFAnnot_GetSubtype: Call;
  readonly FPDFAnnot_GetRect: Call;
  readonly FPDFFormObj_CountObjects: Call;
  readonly FPDFFormObj_GetObject: Call;
  readonly FPDFText_LoadPage: Call;
  readonly FPDFText_ClosePage: Call;
  readonly FPDFText_CountChars: Call;
  readonly FPDFText_GetText: Call;
  readonly FPDFText_GetUnicode: Call;
  readonly FPDFText_GetCharOrigin: Call;
  readonly FPDFText_GetTextObject: Call;
  readonly FPDFText_GetCharBox: Call;
  readonly FPDFText_GetLooseCharBox: Call;
  readonly FPDFBitmap_CreateEx: Call;
  readonly FPDFBitmap_FillRect: Call;
  readonly FPDFBitmap_GetBuffer: Call;
  readonly FPDFBitmap_GetStride: Call;
  readonly FPDFBitmap_Destroy: Call;
  readonly FPDF_RenderPageBitmap: Call;
  readonly FPDFText_GetCharAngle: Call;
  /** A view of its memory as it is now: one that was taken before the last call may be dead. */
  readonly memory: () => DataView;
}

/** It asked for more memory than it may have, or found itself in a state that it can't go on from. */
export class PdfiumStopped extends Error {
  readonly outOfMemory: boolean;
  constructor(outOfMemory: boolean) {
    super(outOfMemory ? 'It would take too much memory to be read.' : 'It is damaged.');
    this.outOfMemory = outOfMemory;
  }
}

/** Sizes of memory go up in steps of 64 kilobytes. */
const MEMORY_STEP = 65_536;
/** "No such file" and "not an open file": PDFium looks for fonts on a disk, and there is none. */
const NO_FILE = -44;
const NOT_OPEN = 8;

/**
 * Starts PDFium. It gets no file, no clock, no network and no more memory than `maximumMemory` bytes: whatever it asks of the
 * world outside its own memory is answered here. Each document gets a PDFium of its own, so that a hostile one spoils nothing.
 */
export function startPdfium(module: WebAssembly.Module, maximumMemory: number): Pdfium {
  const world = new World(maximumMemory);
  const imports: Record<string, Record<string, unknown>> = {};
  for (const { module: space, name } of WebAssembly.Module.imports(module)) {
    const names = imports[space] ?? {};
    imports[space] = names;
    names[name] = name.startsWith('invoke_') ? world.invoke : (world.answers[name] ?? (() => 0));
  }
  const { exports } = new WebAssembly.Instance(module, imports);
  world.exports = exports;
  call(exports, '__wasm_call_ctors')();
  call(exports, 'FPDF_InitLibrary')();
  const guarded = (name: string): Call => {
    const asked = call(exports, name);
    return (...values) => {
      try {
        return asked(...values);
      } catch (error) {
        throw error instanceof PdfiumStopped ? error : new PdfiumStopped(world.refusedMemory);
      }
    };
  };
  return {
    malloc: guarded('malloc'),
    free: guarded('free'),
    FPDF_LoadMemDocument: guarded('FPDF_LoadMemDocument'),
    FPDF_GetLastError: guarded('FPDF_GetLastError'),
    FPDF_GetPageCount: guarded('FPDF_GetPageCount'),
    FPDF_GetPageLabel: guarded('FPDF_GetPageLabel'),
    FPDF_LoadPage: guarded('FPDF_LoadPage'),
    FPDF_ClosePage: guarded('FPDF_ClosePage'),
    FPDF_GetPageHeightF: guarded('FPDF_GetPageHeightF'),
    FPDF_GetPageWidthF: guarded('FPDF_GetPageWidthF'),
    FPDF_GetPageBoundingBox: guarded('FPDF_GetPageBoundingBox'),
    FPDFPage_GetRotation: guarded('FPDFPage_GetRotation'),
    FPDFPageObj_GetBounds: guarded('FPDFPageObj_GetBounds'),
    FPDFPage_CountObjects: guarded('FPDFPage_CountObjects'),
    FPDFPage_GetObject: guarded('FPDFPage_GetObject'),
    FPDFPageObj_GetType: guarded('FPDFPageObj_GetType'),
    FPDFPageObj_GetFillColor: guarded('FPDFPageObj_GetFillColor'),
    FPDFPageObj_GetStrokeColor: guarded('FPDFPageObj_GetStrokeColor'),
    FPDFPath_GetDrawMode: guarded('FPDFPath_GetDrawMode'),
    FPDFTextObj_GetTextRenderMode: guarded('FPDFTextObj_GetTextRenderMode'),
    FPDFPage_GetAnnotCount: guarded('FPDFPage_GetAnnotCount'),
    FPDFPage_GetAnnot: guarded('FPDFPage_GetAnnot'),
    FPDFPage_CloseAnnot: guarded('FPDFPage_CloseAnnot'),
    FPDFAnnot_GetSubtype: guarded('FPDFAnnot_GetSubtype'),
    FPDFAnnot_GetRect: guarded('FPDFAnnot_GetRect'),
    FPDFFormObj_CountObjects: guarded('FPDFFormObj_CountObjects'),
    FPDFFormObj_GetObject: guarded('FPDFFormObj_GetObject'),
    FPDFText_LoadPage: guarded('FPDFText_LoadPage'),
    FPDFText_ClosePage: guarded('FPDFText_ClosePage'),
    FPDFText_CountChars: guarded('FPDFText_CountChars'),
    FPDFText_GetText: guarded('FPDFText_GetText'),
    // Asked for every character: nothing in them allocates, and a fault in them is caught with the page's.
    FPDFText_GetUnicode: call(exports, 'FPDFText_GetUnicode'),
    FPDFText_GetCharOrigin: call(exports, 'FPDFText_GetCharOrigin'),
    FPDFText_GetCharAngle: call(exports, 'FPDFText_GetCharAngle'),
    FPDFText_GetTextObject: call(exports, 'FPDFText_GetTextObject'),
    FPDFText_GetCharBox: guarded('FPDFText_GetCharBox'),
    FPDFText_GetLooseCharBox: guarded('FPDFText_GetLooseCharBox'),
    FPDFBitmap_CreateEx: guarded('FPDFBitmap_CreateEx'),
    FPDFBitmap_FillRect: guarded('FPDFBitmap_FillRect'),
    FPDFBitmap_GetBuffer: guarded('FPDFBitmap_GetBuffer'),
    FPDFBitmap_GetStride: guarded('FPDFBitmap_GetStride'),
    FPDFBitmap_Destroy: guarded('FPDFBitmap_Destroy'),
    FPDF_RenderPageBitmap: guarded('FPDF_RenderPageBitmap'),
    memory: () => world.view(),
  };
}

function call(exports: Readonly<Record<string, unknown>>, name: string): Call {
  const found = exports[name];
  if (typeof found !== 'function') throw new Error('The part of Briefcite that reads PDFs is not the right one.');
  return (...values) => Number(found(...values));
}

/** Thrown through PDFium's frames where its C code jumps back over them. */
const JUMP = Symbol('jump');

/** What stands between PDFium and this computer. */
class World {
  exports: Readonly<Record<string, unknown>> = {};
  refusedMemory = false;
  readonly #maximum: number;
  #view = new DataView(new ArrayBuffer(0));

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  view(): DataView {
    const { buffer } = this.#memory();
    if (this.#view.buffer !== buffer) this.#view = new DataView(buffer);
    return this.#view;
  }

  /** Calls one of PDFium's functions by its place in its table; a jump over it comes out here. */
  readonly invoke = (place: number, ...values: readonly number[]): unknown => {
    const stack = call(this.exports, 'emscripten_stack_get_current')();
    try {
      const table = this.exports.__indirect_function_table as WebAssembly.Table;
      const called = table.get(place);
      return typeof called === 'function' ? called(...values) : 0;
    } catch (error) {
      call(this.exports, '_emscripten_stack_restore')(stack);
      if (error !== JUMP) throw error;
      call(this.exports, 'setThrew')(1, 0);
      return 0;
    }
  };

  /** Everything not named here is answered with 0: nothing happened. */
  readonly answers: Readonly<Record<string, (...values: readonly number[]) => number>> = {
    emscripten_resize_heap: (wanted = 0) => this.#grow(wanted >>> 0),
    _emscripten_memcpy_js: (target = 0, source = 0, length = 0) => {
      new Uint8Array(this.#memory().buffer).copyWithin(target, source, source + length);
      return 0;
    },
    _emscripten_throw_longjmp: () => {
      throw JUMP;
    },
    _abort_js: () => this.#stop(),
    __assert_fail: () => this.#stop(),
    fd_write: (_file = 0, parts = 0, count = 0, written = 0) => this.#swallow(parts, count, written),
    fd_read: () => NOT_OPEN,
    fd_close: () => NOT_OPEN,
    fd_seek: () => NOT_OPEN,
    fd_sync: () => NOT_OPEN,
    environ_sizes_get: (count = 0, bytes = 0) => {
      this.view().setUint32(count, 0, true);
      this.view().setUint32(bytes, 0, true);
      return 0;
    },
    ...Object.fromEntries(
      ['openat', 'fcntl64', 'ioctl', 'fstat64', 'stat64', 'newfstatat', 'lstat64', 'getdents64', 'unlinkat'].map(
        (name) => [`__syscall_${name}`, () => NO_FILE],
      ),
    ),
    __syscall_rmdir: () => NO_FILE,
    __syscall_ftruncate64: () => NO_FILE,
  };

  #memory(): WebAssembly.Memory {
    return this.exports.memory as WebAssembly.Memory;
  }

  #grow(wanted: number): number {
    const memory = this.#memory();
    const has = memory.buffer.byteLength;
    if (wanted > this.#maximum) {
      this.refusedMemory = true;
      return 0;
    }
    const next = Math.min(this.#maximum, Math.max(wanted, has * 1.25));
    try {
      memory.grow(Math.ceil((next - has) / MEMORY_STEP));
      return 1;
    } catch {
      this.refusedMemory = true;
      return 0;
    }
  }

  #stop(): never {
    throw new PdfiumStopped(this.refusedMemory);
  }

  /** What PDFium complains of, it complains to nobody. */
  #swallow(parts: number, count: number, written: number): number {
    const view = this.view();
    let length = 0;
    for (let part = 0; part < Math.min(count, 64); part++) length += view.getUint32(parts + 8 * part + 4, true);
    view.setUint32(written, length, true);
    return 0;
  }
}
