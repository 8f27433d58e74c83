import CPangoCairo
import Kernel

/// Sets one document and prints it into memory.
struct Press: ~Copyable {
    private let fonts: DocumentFonts
    private let context: OpaquePointer?

    init(fonts: DocumentFonts, fontMap: borrowing FontMap) {
        self.fonts = fonts
        context = fontMap.makeContext()
    }

    deinit {
        if let context { g_object_unref(UnsafeMutableRawPointer(context)) }
    }

    func print(_ content: DocumentContent) throws(DocumentError) -> [UInt8] {
        try print(content.metadataTitle, content.created) { cairo throws(DocumentError) in
            var composer = Composer(fonts: fonts, context: context)
            try composer.compose(content.blocks)
            let pages = try Paginator(composer.pieces).pages
            let canvas = Canvas(cairo: cairo, context: context, fonts: fonts)
            for (index, page) in pages.enumerated() {
                draw(page, on: canvas)
                if index > 0 || !content.isLetter { drawNumber(index + 1, on: canvas) }
                cairo_show_page(cairo)
            }
        }
    }

    /// Prints a page for each text, which stands in its upper right corner: where page numbers of a dossier stand.
    ///
    /// - Source: DA/T 22-2015 (归档文件整理规则) 5.6.
    func printStamps(_ stamps: [String], created: Instant) throws(DocumentError) -> [UInt8] {
        try print("", created) { cairo throws(DocumentError) in
            let canvas = Canvas(cairo: cairo, context: context, fonts: fonts)
            let style = TextStyle(family: fonts.sans, size: Sheet.tableSize)
            for stamp in stamps {
                let layout = canvas.layout(stamp, style)
                for line in layout.lines {
                    let x = Sheet.right - layout.width
                    canvas.show(line, of: layout, x: x, top: Sheet.millimetres(12), height: style.size)
                }
                cairo_show_page(cairo)
            }
        }
    }

    private func print(
        _ title: String,
        _ created: Instant,
        _ draw: (_ cairo: OpaquePointer?) throws(DocumentError) -> Void
    ) throws(DocumentError) -> [UInt8] {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write,
            sink.closure,
            Sheet.width,
            Sheet.height
        )
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, Press.date(created))
        let cairo = cairo_create(surface)
        defer { cairo_destroy(cairo) }
        pango_cairo_update_context(cairo, context)
        try draw(cairo)
        cairo_surface_finish(surface)
        for status in [cairo_status(cairo), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .drawing(status)
        }
        return sink.bytes
    }

    private func draw(_ page: [Paginator.Placed], on canvas: Canvas) {
        for (index, placed) in page.enumerated() {
            let place = Piece.Place(
                top: placed.top,
                opensPage: index == 0,
                closesPage: index == page.count - 1
            )
            placed.piece.draw(canvas, place)
        }
    }

    /// Shows the number 7 mm below the text, outside: right on odd pages, left on even ones, one character in.
    ///
    /// - Source: GB/T 9704-2012 §7.5; §10.1: the first page of a letter shows none.
    private func drawNumber(_ number: Int, on canvas: Canvas) {
        let style = TextStyle(family: fonts.serif, size: Sheet.pageNumberSize)
        let layout = canvas.layout("— \(number) —", style)
        let inset = Sheet.pageNumberSize
        let x = number.isMultiple(of: 2) ? Sheet.left + inset : Sheet.right - inset - layout.width
        for line in layout.lines {
            canvas.show(line, of: layout, x: x, top: Sheet.bottom + Sheet.millimetres(7), height: style.size)
        }
    }

    /// The date as cairo reads it, without fractions.
    private static func date(_ instant: Instant) -> String {
        String(instant.description.prefix(19)) + "+08:00"
    }
}

extension DocumentContent {
    fileprivate var isLetter: Bool {
        blocks.contains { block in
            if case .letterhead(let letterhead) = block { letterhead.form == .letter } else { false }
        }
    }
}
