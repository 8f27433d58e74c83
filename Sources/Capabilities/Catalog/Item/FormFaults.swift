import Kernel

extension [FormField] {
    /// Returns what is wrong with a form beyond its single questions: keys, groups, and what conditions look at.
    var faults: [ContentFault] {
        var faults: [ContentFault] = []
        var seen: Set<String> = []
        if let twice = first(where: { !seen.insert($0.key).inserted }) {
            faults.append(ContentFault(.form, expected: "各项的键不重复", found: twice.key))
        }
        var earlier: [FormField] = []
        for field in self {
            faults += field.conditionFaults(after: earlier)
            if field.kind == .group { faults += field.groupFaults(after: earlier) }
            earlier.append(field)
        }
        return faults
    }
}

extension FormField {
    fileprivate func conditionFaults(after earlier: [FormField]) -> [ContentFault] {
        guard let condition else { return [] }
        guard let question = earlier.last(where: { $0.key == condition.field }) else {
            return [
                ContentFault(.form, expected: "“\(label)”的前提是它之前的一个问题", found: "“\(condition.field)”不在它之前")
            ]
        }
        guard condition.isReadable(of: question) else {
            let expected = "“\(label)”的前提是“\(question.label)”可选的答案，或者对数字、日期的比较"
            return [ContentFault(.form, expected: expected, found: condition.test)]
        }
        return []
    }

    fileprivate func groupFaults(after earlier: [FormField]) -> [ContentFault] {
        let parts = parts ?? []
        var faults: [ContentFault] = []
        if parts.isEmpty {
            faults.append(ContentFault(.form, expected: "“\(label)”一组至少有一个问题", found: "没有"))
        }
        if let odd = parts.first(where: { $0.kind == .group || $0.kind == .industry }) {
            faults.append(ContentFault(.form, expected: "“\(label)”一组之内都是单个问题", found: odd.label))
        }
        if ([self] + parts).contains(where: { $0.key.contains(".") }) {
            faults.append(ContentFault(.form, expected: "“\(label)”一组各项的键不含点号", found: key))
        }
        let (least, most) = (least ?? 1, most ?? 1)
        if least < 0 || most < max(1, least) || most > FormField.mostRows {
            let expected = "“\(label)”一组的项数在 0 至 \(FormField.mostRows) 之间，最多不少于最少"
            faults.append(ContentFault(.form, expected: expected, found: "\(least) 至 \(most)"))
        }
        for (place, part) in parts.enumerated() {
            faults += part.conditionFaults(after: earlier + parts.prefix(place))
        }
        var seen: Set<String> = []
        if let twice = parts.first(where: { !seen.insert($0.key).inserted }) {
            faults.append(ContentFault(.form, expected: "“\(label)”一组各项的键不重复", found: twice.key))
        }
        return faults
    }
}
