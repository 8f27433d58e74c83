/// The releases of DMN that are read, by the namespace of their models; written is 1.3.
package enum DMNVersion: String, Hashable, Sendable, CaseIterable {
    case v11 = "http://www.omg.org/spec/DMN/20151101/dmn.xsd"
    case v12 = "http://www.omg.org/spec/DMN/20180521/MODEL/"
    case v13 = "https://www.omg.org/spec/DMN/20191111/MODEL/"
    /// Tables are written as in 1.3.
    case v14 = "https://www.omg.org/spec/DMN/20211108/MODEL/"
    case v15 = "https://www.omg.org/spec/DMN/20230324/MODEL/"
}

extension HitPolicy {
    /// What DMN calls the policy, and how it gathers.
    var dmn: (policy: String, aggregation: String?) {
        switch self {
        case .unique: ("UNIQUE", nil)
        case .any: ("ANY", nil)
        case .priority: ("PRIORITY", nil)
        case .first: ("FIRST", nil)
        case .collect: ("COLLECT", nil)
        case .collectSum: ("COLLECT", "SUM")
        case .collectLeast: ("COLLECT", "MIN")
        case .collectGreatest: ("COLLECT", "MAX")
        case .collectCount: ("COLLECT", "COUNT")
        case .ruleOrder: ("RULE ORDER", nil)
        case .outputOrder: ("OUTPUT ORDER", nil)
        }
    }

    /// A policy left out is `UNIQUE`; an aggregation counts only beside `COLLECT`.
    init?(dmn policy: String?, aggregation: String?) {
        let policy = policy ?? "UNIQUE"
        let wanted = policy == "COLLECT" ? aggregation : nil
        guard let found = HitPolicy.allCases.first(where: { $0.dmn.policy == policy && $0.dmn.aggregation == wanted })
        else { return nil }
        self = found
    }
}

extension FEELType {
    /// Reads the name of a type as DMN and the programs around it write it: `number`, `feel:number`, `integer`.
    init?(dmn name: String) {
        let local = name.split(separator: ":").last.map(String.init) ?? name
        if let type = FEELType(rawValue: local) {
            self = type
            return
        }
        switch local {
        case "integer", "long", "double", "decimal": self = .number
        case "dateTime", "datetime": self = .dateTime
        case "dayTimeDuration": self = .daysDuration
        case "yearMonthDuration": self = .monthsDuration
        default: return nil
        }
    }
}
