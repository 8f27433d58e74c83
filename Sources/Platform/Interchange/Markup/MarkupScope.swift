/// What prefixes stand for at a place of a file: those an element binds, before those around it.
final class MarkupScope {
    private let own: [(prefix: String, namespace: String)]
    private let outer: MarkupScope?
    /// Bindings in all, those that are bound anew counted again.
    let count: Int

    private init(_ own: [(prefix: String, namespace: String)], _ outer: MarkupScope?) {
        self.own = own
        self.outer = outer
        count = own.count + (outer?.count ?? 0)
    }

    /// Returns the scope around an element's content; where it binds nothing, that of what it stands in.
    static func of(_ bindings: [(prefix: String, namespace: String)], in outer: MarkupScope?) -> MarkupScope {
        if let outer, bindings.isEmpty { return outer }
        return MarkupScope(bindings, outer)
    }

    subscript(_ prefix: String) -> String? {
        var scope: MarkupScope? = self
        while let place = scope {
            if let binding = place.own.first(where: { $0.prefix == prefix }) { return binding.namespace }
            scope = place.outer
        }
        return nil
    }

    var all: [String: String] {
        var all = outer?.all ?? [:]
        for binding in own { all[binding.prefix] = binding.namespace }
        return all
    }
}
