/// The key under which Sichuan's service portal publishes an item as one agency exercises it.
///
/// Parts joined by hyphens: item code, division (12 digits), three digits, agency, one digit, two digits. Published
/// keys carry the agency as credit code, as organization code with or without its hyphen, and broken; a broken agency is
/// a warning, since the key still names the item. The meaning of the last two parts is not established.
package struct SichuanItemKey: Code {
    package enum Agency: Hashable, Sendable {
        case credit(CreditCode)
        /// `isHyphenated` keeps the key's own spelling.
        case organization(OrganizationCode, isHyphenated: Bool)
        case unreadable(String)
    }

    package let power: SichuanPowerCode
    package let division: DivisionCode
    package let section: String
    package let agency: Agency
    package let digit: String
    package let version: String

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<SichuanItemKey> {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let powerCount = parts.first.map { $0.count == 1 } ?? false ? 3 : 1
        let agencyCount = parts.count - powerCount - 4
        guard agencyCount == 1 || agencyCount == 2 else {
            let expected = [powerCount + 5, powerCount + 6]
            throw CodeFault(.sichuanItemKey, .wrongSegmentCount(expected: expected, found: parts.count))
        }
        let rest = parts.dropFirst(powerCount)
        let power = try segment(1, "事项编码", of: .sichuanItemKey) { () throws(CodeFault) in
            try SichuanPowerCode.parse(parts.prefix(powerCount).joined(separator: "-"))
        }
        let divisionText = try digits(12, of: rest, at: 0, number: 2, "行政区划")
        let section = try digits(3, of: rest, at: 1, number: 3, "分段码")
        let digit = try digits(1, of: rest, at: 2 + agencyCount, number: 5, "标识位")
        let version = try digits(2, of: rest, at: 3 + agencyCount, number: 6, "序号")
        let division = try segment(2, "行政区划", of: .sichuanItemKey) { () throws(CodeFault) in
            try DivisionCode.parse(divisionText)
        }
        let agency = readAgency(rest.dropFirst(2).prefix(agencyCount).joined(separator: "-"))
        let key = SichuanItemKey(
            power: power.value,
            division: division.value,
            section: section,
            agency: agency.value,
            digit: digit,
            version: version
        )
        return ParsedCode(key, warnings: power.warnings + division.warnings + agency.warnings)
    }

    private static func digits(
        _ count: Int,
        of parts: ArraySlice<some StringProtocol>,
        at offset: Int,
        number: Int,
        _ name: String
    ) throws(CodeFault) -> String {
        try segment(number, name, of: .sichuanItemKey) { () throws(CodeFault) in
            try CodeText(parts[parts.startIndex + offset], .sichuanItemKey, .places(count, .digit)).text
        }
    }

    private static func readAgency(_ text: String) -> (value: Agency, warnings: [CodeWarning]) {
        do {
            if text.count == 9 || text.contains("-") {
                let code = try OrganizationCode.parse(text)
                return (.organization(code.value, isHyphenated: text.contains("-")), code.warnings)
            }
            let code = try CreditCode.parse(text)
            return (.credit(code.value), code.warnings)
        } catch {
            return (.unreadable(text), [.unreadableAgency(text, error)])
        }
    }

    package var text: String {
        [power.text, division.text, section, agency.text, digit, version].joined(separator: "-")
    }

    package func warnings(in divisions: DivisionTable) -> [CodeWarning] { division.warnings(in: divisions) }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        power.segments(in: divisions) + [
            CodeSegment(division.text, "行政区划", divisions.fullName(of: division) ?? "未收录"),
            CodeSegment(section, "分段码", section == "000" ? "无" : "含义未确定"),
            CodeSegment(agency.text, "实施主体", agency.chinese),
            CodeSegment(digit, "标识位", "含义未确定"),
            CodeSegment(version, "序号", "含义未确定"),
        ]
    }
}

extension SichuanItemKey.Agency {
    package var text: String {
        switch self {
        case .credit(let code): code.text
        case .organization(let code, let isHyphenated):
            isHyphenated ? "\(code.text.dropLast())-\(code.text.suffix(1))" : code.text
        case .unreadable(let text): text
        }
    }

    fileprivate var chinese: String {
        switch self {
        case .credit: CodeScheme.creditCode.chinese
        case .organization: CodeScheme.organizationCode.chinese
        case .unreadable: "无法识别"
        }
    }
}
