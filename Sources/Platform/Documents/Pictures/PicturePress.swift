import CPangoCairo

/// Draws one picture into memory, as an image or as a page of its size.
struct PicturePress: ~Copyable {
    private let fonts: DocumentFonts
    private let context: OpaquePointer?

    init(fonts: DocumentFonts, fontMap: borrowing FontMap) {
        self.fonts = fonts
        context = fontMap.makeContext()
    }

    deinit {
        if let context { g_object_unref(UnsafeMutableRawPointer(context)) }
    }

    /// As many points as an image has at most, so that a long chart does not take all memory.
    private static let mostPixels = 16_000_000.0
    /// A pixel of a screen in points of paper.
    private static let point = 0.75

    /// Returns the picture twice as fine as a screen shows it; a very large one less fine.
    func png(_ picture: Picture) throws(DocumentError) -> [UInt8] {
        let scale = min(2, (PicturePress.mostPixels / max(picture.width * picture.height, 1)).squareRoot())
        let surface = cairo_image_surface_create(
            CAIRO_FORMAT_RGB24,
            Int32((picture.width * scale).rounded(.up)),
            Int32((picture.height * scale).rounded(.up))
        )
        defer { cairo_surface_destroy(surface) }
        try draw(picture, on: surface, scale: scale)
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(status) }
        return sink.bytes
    }

    /// Returns the picture as one page; the same picture gives the same bytes on the same installation.
    func pdf(_ picture: Picture) throws(DocumentError) -> [UInt8] {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write,
            sink.closure,
            picture.width * PicturePress.point,
            picture.height * PicturePress.point
        )
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, picture.title)
        // No moment is part of a picture.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00+08:00")
        try draw(picture, on: surface, scale: PicturePress.point)
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(status) }
        return sink.bytes
    }

    private func draw(_ picture: Picture, on surface: OpaquePointer?, scale: Double) throws(DocumentError) {
        let cairo = cairo_create(surface)
        defer { cairo_destroy(cairo) }
        use(0xFFFFFF, cairo)
        cairo_paint(cairo)
        cairo_scale(cairo, scale, scale)
        pango_cairo_update_context(cairo, context)
        for shape in picture.shapes {
            switch shape {
            case .box(let frame, let radius, let fill, let stroke): box(frame, radius, fill, stroke, cairo)
            case .line(let points, let stroke):
                path(points, cairo)
                self.stroke(stroke, cairo)
            case .area(let points, let color):
                path(points, cairo)
                cairo_close_path(cairo)
                use(color, cairo)
                cairo_fill(cairo)
            case .words(let words): show(words, cairo)
            }
        }
        cairo_show_page(cairo)
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(status) }
    }

    private func use(_ color: Picture.Color, _ cairo: OpaquePointer?) {
        func part(_ shift: UInt32) -> Double { Double(color.rgb >> shift & 0xFF) / 255 }
        cairo_set_source_rgb(cairo, part(16), part(8), part(0))
    }

    private func stroke(_ stroke: Picture.Stroke, _ cairo: OpaquePointer?) {
        use(stroke.color, cairo)
        cairo_set_line_width(cairo, stroke.width)
        cairo_stroke(cairo)
    }

    private func path(_ points: [Picture.Point], _ cairo: OpaquePointer?) {
        for (index, point) in points.enumerated() {
            if index == 0 { cairo_move_to(cairo, point.x, point.y) } else { cairo_line_to(cairo, point.x, point.y) }
        }
    }

    private func box(
        _ frame: Picture.Rectangle,
        _ radius: Double,
        _ fill: Picture.Color,
        _ stroke: Picture.Stroke?,
        _ cairo: OpaquePointer?
    ) {
        let radius = min(radius, frame.width / 2, frame.height / 2)
        let corners = [
            (frame.x + frame.width - radius, frame.y + radius, -0.5),
            (frame.x + frame.width - radius, frame.y + frame.height - radius, 0),
            (frame.x + radius, frame.y + frame.height - radius, 0.5), (frame.x + radius, frame.y + radius, 1),
        ]
        cairo_new_sub_path(cairo)
        for (x, y, turn) in corners { cairo_arc(cairo, x, y, radius, turn * .pi, (turn + 0.5) * .pi) }
        cairo_close_path(cairo)
        use(fill, cairo)
        guard let stroke else { return cairo_fill(cairo) }
        cairo_fill_preserve(cairo)
        self.stroke(stroke, cairo)
    }

    private func show(_ words: Picture.Words, _ cairo: OpaquePointer?) {
        let style = TextStyle(family: fonts.sans, size: words.size, isBold: words.isBold)
        let layout = TextLayout(words.text, style, width: nil, in: context)
        guard let line = layout.lines.first else { return }
        use(words.color, cairo)
        cairo_move_to(cairo, words.at.x - (words.isCentered ? line.width / 2 : 0), words.at.y)
        pango_cairo_show_layout_line(cairo, line.line)
    }
}

extension DocumentError {
    static func drawing(_ status: cairo_status_t) -> DocumentError {
        .drawing(status: String(cString: cairo_status_to_string(status)))
    }
}
