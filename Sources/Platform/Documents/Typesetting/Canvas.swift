import CPangoCairo

/// What one page is drawn on.
struct Canvas {
    enum Color {
        case black
        case red
    }

    let cairo: OpaquePointer?
    let context: OpaquePointer?
    let fonts: DocumentFonts

    func layout(
        _ text: String,
        _ style: TextStyle,
        width: Double? = nil,
        alignment: TextLayout.Alignment = .left
    ) -> TextLayout {
        TextLayout(text, style, width: width, alignment: alignment, in: context)
    }

    /// Shows one line whose box begins at `top` and is `height` high.
    func show(
        _ line: TextLayout.Line,
        of layout: TextLayout,
        x: Double,
        top: Double,
        height: Double,
        color: Color = .black
    ) {
        use(color)
        // A Han character fills 0.88 of its size above the baseline and 0.12 below.
        cairo_move_to(cairo, x + line.x, top + height / 2 + layout.style.size * 0.38)
        pango_cairo_show_layout_line(cairo, line.line)
    }

    func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), width: Double, color: Color) {
        use(color)
        cairo_set_line_width(cairo, width)
        cairo_move_to(cairo, start.x, start.y)
        cairo_line_to(cairo, end.x, end.y)
        cairo_stroke(cairo)
    }

    func rule(from left: Double, to right: Double, y: Double, width: Double = 0.5, color: Color = .black) {
        line(from: (left, y), to: (right, y), width: width, color: color)
    }

    func rectangle(x: Double, y: Double, width: Double, height: Double) {
        cairo_rectangle(cairo, x, y, width, height)
    }

    func fill(_ color: Color) {
        use(color)
        cairo_fill(cairo)
    }

    func use(_ color: Color) {
        switch color {
        case .black: cairo_set_source_rgb(cairo, 0, 0, 0)
        case .red: cairo_set_source_rgb(cairo, 0.85, 0.05, 0.05)
        }
    }
}
