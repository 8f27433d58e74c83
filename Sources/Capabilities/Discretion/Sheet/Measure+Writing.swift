extension Measure {
    /// As a line of a cell writes it: 对公民：可以罚款5万元以上不满18.5万元（有违法所得的）.
    package var writing: String {
        let whom = subject.map { "对\($0.chinese)：" } ?? ""
        let text = (isOptional ? "可以" : "") + method.chinese + (extent?.writing ?? "")
        return whom + text + (note.map { "（\($0)）" } ?? "")
    }

    /// Reads what `writing` writes; `nil` for any other text.
    package init?(writing text: some StringProtocol) {
        var rest = Substring(text)
        let subject = Subject.allCases.first { subject in
            [subject.chinese, subject.shortName].contains { rest.drop("对\($0)：") || rest.drop("对\($0):") }
        }
        let isOptional = rest.drop("可以处") || rest.drop("可以")
        guard let method = Method.allCases.first(where: { rest.drop($0.chinese) }) else { return nil }
        let full = rest
        // The base may have brackets as well: the note begins at the first one that leaves an extent before it.
        let notes =
            full.last == "）"
            ? full.indices.filter { full[$0] == "（" }.map { mark in
                (full[..<mark], String(full[full.index(after: mark)...].dropLast()))
            } : []
        for (stem, note) in [(full, nil)] + notes.map({ ($0.0, Optional($0.1)) }) {
            let extent = stem.isEmpty ? nil : Extent(writing: stem)
            guard stem.isEmpty || extent != nil else { continue }
            self.init(method, for: subject, extent, isOptional: isOptional, note: note)
            return
        }
        return nil
    }
}

extension Measure.Subject {
    fileprivate var shortName: String {
        switch self {
        case .citizen: "个人"
        case .organization: "组织"
        }
    }
}
