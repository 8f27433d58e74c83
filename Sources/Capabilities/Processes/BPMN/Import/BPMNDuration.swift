import Kernel

extension Period {
    /// Returns the period of an ISO 8601 duration as BPMN writes it; `nil` for what is no whole number of hours, days or
    /// months, or a mixture that has no fixed length.
    ///
    /// Days are calendar days: BPMN knows no others.
    init?(bpmnDuration text: String) {
        var rest = Substring(text.trimmingMarkupSpaces)
        guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
        var (months, days, hours) = (0, 0, 0)
        var isTime = false
        while let first = rest.first {
            if first == "T", !isTime {
                isTime = true
                rest.removeFirst()
                guard !rest.isEmpty else { return nil }
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest.removeFirst(digits.count)
            guard digits.count <= 6, let count = Int(digits), let unit = rest.popFirst() else { return nil }
            switch (isTime, unit) {
            case (false, "Y"): months += count * 12
            case (false, "M"): months += count
            case (false, "W"): days += count * 7
            case (false, "D"): days += count
            case (true, "H"): hours += count
            case (true, "M") where count.isMultiple(of: 60): hours += count / 60
            case (true, "S") where count.isMultiple(of: 3_600): hours += count / 3_600
            default: return nil
            }
        }
        if hours > 0, hours.isMultiple(of: 24), days > 0 { (days, hours) = (days + hours / 24, 0) }
        let period: Period
        switch (months > 0, days > 0, hours > 0) {
        case (true, false, false): period = .months(months)
        case (false, true, false): period = .calendarDays(days)
        case (false, _, true): period = .hours(days * 24 + hours)
        default: return nil
        }
        guard period.count <= Period.greatestCount else { return nil }
        self = period
    }
}

extension String {
    /// Without the white space of XML at both ends.
    var trimmingMarkupSpaces: String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\r\n".unicodeScalars.contains(scalar) }
        var scalars = unicodeScalars[...]
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        return String(scalars.drop(while: isSpace))
    }
}
