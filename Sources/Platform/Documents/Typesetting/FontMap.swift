import CPangoCairo

/// The fonts that were found and loaded; one thread at a time may use them.
struct FontMap: ~Copyable {
    private let pointer: UnsafeMutablePointer<PangoFontMap>?

    init() {
        pointer = pango_cairo_font_map_new()
    }

    deinit {
        g_object_unref(pointer)
    }

    /// Returns the names of the installed families.
    var families: Set<String> {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(pointer, &list, &count)
        defer { g_free(list) }
        return Set((0..<Int(count)).compactMap { pango_font_family_get_name(list?[$0]).map { String(cString: $0) } })
    }

    /// Returns a context, owned by the caller, in which one unit is one point and nothing is fitted to pixels.
    func makeContext() -> OpaquePointer? {
        let context = pango_font_map_create_context(pointer)
        pango_cairo_context_set_resolution(context, 72)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        // Where the family lacks a character, the substitute is a Chinese one.
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        return context
    }
}
