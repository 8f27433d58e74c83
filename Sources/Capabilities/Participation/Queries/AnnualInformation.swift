import Database
package import EventLog
import Kernel

/// What an agency, or all of them, did with requests for information in a year, as the annual report asks.
///
/// - Source: 政府信息公开条例 art. 49, 50; 国办公开办函〔2021〕30号 (form of the annual report, table 3).
package struct AnnualInformation: Hashable, Sendable {
    /// How many requests of each kind of applicant.
    package typealias Counts = [ApplicantKind: Int]

    /// One line of the table.
    package struct Line: Hashable, Sendable {
        package let name: String
        /// 0 for a main line, 1 for one of its parts.
        package let depth: Int
        package let counts: Counts

        package var total: Int { counts.values.reduce(0, +) }
    }

    package let year: Int
    /// In the order of the form.
    package let lines: [Line]
    /// How many replies came after their day.
    package let late: Int

    /// One group of requests with the same fate.
    struct Group: Hashable, Sendable {
        let applicant: ApplicantKind
        let isEarlier: Bool
        /// `nil` while it goes on at the end of the year.
        let fate: Fate?
        let isLate: Bool
        let count: Int

        enum Fate: Hashable, Sendable {
            case replied(InformationReplyKind, WithholdingGround?)
            case abandoned, withdrawn
        }
    }

    init(year: Int, _ groups: [Group]) {
        self.year = year
        late = groups.filter(\.isLate).reduce(0) { $0 + $1.count }
        func counts(_ isMember: (Group) -> Bool) -> Counts {
            groups.filter(isMember).reduce(into: [:]) { $0[$1.applicant, default: 0] += $1.count }
        }
        func replied(_ kinds: [InformationReplyKind]) -> Counts {
            counts { group in
                if case .replied(let kind, _) = group.fate { kinds.contains(kind) } else { false }
            }
        }
        func refused(_ ground: WithholdingGround) -> Counts { counts { $0.fate == .replied(.refused, ground) } }
        lines =
            [
                Line(name: "一、本年新收政府信息公开申请数量", depth: 0, counts: counts { !$0.isEarlier }),
                Line(name: "二、上年结转政府信息公开申请数量", depth: 0, counts: counts(\.isEarlier)),
                Line(name: "三、本年度办理结果", depth: 0, counts: counts { $0.fate != nil }),
                Line(name: "（一）予以公开", depth: 1, counts: replied([.disclosed, .alreadyPublic])),
                Line(name: "（二）部分公开", depth: 1, counts: replied([.partlyDisclosed])),
                Line(name: "（三）不予公开", depth: 1, counts: replied([.refused])),
            ]
            + WithholdingGround.allCases.map { Line(name: $0.chinese, depth: 2, counts: refused($0)) }
            + [
                Line(name: "（四）无法提供：本机关不掌握相关政府信息", depth: 1, counts: replied([.absent, .elsewhere])),
                Line(name: "（五）不予处理：信访举报投诉类、重复申请", depth: 1, counts: replied([.noRequest, .repeated])),
                Line(name: "（六）其他处理：逾期不补正", depth: 1, counts: counts { $0.fate == .abandoned }),
                Line(name: "（六）其他处理：申请人撤回", depth: 1, counts: counts { $0.fate == .withdrawn }),
                Line(name: "（六）其他处理：法律、行政法规另有规定", depth: 1, counts: replied([.otherLaw])),
                Line(name: "四、结转下年度继续办理", depth: 0, counts: counts { $0.fate == nil }),
            ]
    }
}

extension EventReading {
    /// Returns the figures of a year; `agency` and `division`, by the first digits of its code, narrow.
    package func annualInformation(
        _ year: Int,
        of agency: String? = nil,
        below division: String? = nil
    ) throws -> AnnualInformation {
        try reader.annualInformation(year, of: agency, below: division, in: realm)
    }
}

extension SQLReader {
    /// Returns the figures of a year in a realm; `agency` and `division` narrow.
    func annualInformation(
        _ year: Int,
        of agency: String?,
        below division: String? = nil,
        in realm: Realm
    ) throws -> AnnualInformation {
        let (first, last) = ("\(year)-01-01", "\(year)-12-31")
        let only: SQL = agency.map { "AND agency = \($0)" } ?? ""
        let below: SQL = division.map { "AND division LIKE \("\($0)%")" } ?? ""
        let rows = try rows(
            """
            SELECT applicant, is_earlier, stage, outcome, ground, is_late, count(*) AS requests
              FROM (SELECT applicant, outcome, ground,
                           CASE WHEN filed_on < \(first) THEN 1 ELSE 0 END AS is_earlier,
                           CASE WHEN ended_on IS NULL OR ended_on > \(last) THEN 'open' ELSE stage END AS stage,
                           CASE WHEN late_on IS NOT NULL AND late_on <= \(last) THEN 1 ELSE 0 END AS is_late
                      FROM information_request
                     WHERE realm = \(realm)
                       AND filed_on <= \(last)
                       AND (ended_on IS NULL OR ended_on >= \(first))
                       \(only)
                       \(below)) AS requested
             GROUP BY applicant, is_earlier, stage, outcome, ground, is_late
             ORDER BY applicant, is_earlier, stage, outcome, ground, is_late
            """
        )
        return AnnualInformation(year: year, try rows.map(group))
    }

    private func group(_ row: Row) throws -> AnnualInformation.Group {
        let (stage, isEarlier, isLate): (String, Int64, Int64) = (
            try row["stage"], try row["is_earlier"], try row["is_late"]
        )
        return AnnualInformation.Group(
            applicant: try ApplicantKind.column("applicant", of: row),
            isEarlier: isEarlier == 1,
            fate: try fate(stage, row),
            isLate: isLate == 1,
            count: try row["requests"]
        )
    }

    private func fate(_ stage: String, _ row: Row) throws -> AnnualInformation.Group.Fate? {
        switch InformationRequest.Stage(rawValue: stage) {
        case .replied:
            let ground: String? = try row["ground"]
            let kind = try InformationReplyKind.column("outcome", of: row)
            return .replied(kind, ground.flatMap(WithholdingGround.init))
        case .abandoned: return .abandoned
        case .withdrawn: return .withdrawn
        case .handling, .correcting, nil: return nil
        }
    }
}
