/// In whose right an item is exercised and how applications for it are handled, as the national exchange table asks.
///
/// - Source: national exchange table of implemented items: power_source, entrust_name, project_type, handle_type,
///   limit_scene_num, special_procedure; for levies collect_type and is_permit_reduce.
package struct ItemExercise: Hashable, Sendable, Codable {
    /// Where the power comes from (权力来源).
    package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        case statutory
        /// By the level above, for good.
        case handedDown
        case authorizedAbove
        case authorizedPeer
        case entrustedAbove
        case entrustedPeer

        package var chinese: String {
            switch self {
            case .statutory: "法定本级行使"
            case .handedDown: "上级下放"
            case .authorizedAbove: "上级授权"
            case .authorizedPeer: "同级授权"
            case .entrustedAbove: "上级委托"
            case .entrustedPeer: "同级委托"
            }
        }

        /// Whether it is exercised in the name of another body.
        package var isEntrusted: Bool { self == .entrustedAbove || self == .entrustedPeer }
    }

    package enum ProjectType: String, Hashable, Sendable, Codable, CaseIterable {
        /// Done while the applicant waits.
        case instant
        case promised

        package var chinese: String {
            switch self {
            case .instant: "即办件"
            case .promised: "承诺件"
            }
        }
    }

    /// How an application is brought (办理形式).
    package enum Way: String, Hashable, Sendable, Codable, CaseIterable {
        case window
        case online
        case courier

        package var chinese: String {
            switch self {
            case .window: "窗口办理"
            case .online: "网上办理"
            case .courier: "快递申请"
            }
        }

        /// What a list of them may name, for who wrote something else.
        package static var wanted: String { allCases.map(\.chinese).joined(separator: "、") }

        /// Reads 窗口办理、网上办理; what is none is returned apart.
        package static func list(_ text: String) -> (ways: [Way], unread: [String]) {
            var (ways, unread): ([Way], [String]) = ([], [])
            for part in text.split(whereSeparator: { "、，,；; \n".contains($0) }).map(String.init) {
                if let way = allCases.first(where: { $0.chinese == part }) {
                    ways.append(way)
                } else {
                    unread.append(part)
                }
            }
            return (ways, unread)
        }
    }

    package var source: Source?
    /// In whose name it is exercised, where it is entrusted (委托部门).
    package var entrustedBy: String?
    package var projectType: ProjectType?
    package var ways: [Way]?
    /// How often an applicant has to come (到办事现场次数).
    package var visits: Int?
    /// Hearings, inspections, reviews and the like (特别程序), and how long they take.
    package var specialProcedure: String?
    /// What kind of levy it is (征收种类).
    package var levyKind: String?
    /// Whether reducing or waiving it is decided on (涉及减免审批).
    package var isReducible: Bool?

    /// What may be stated, in the order of the table.
    package enum Fact: String, Hashable, Sendable, CaseIterable {
        case powerSource, entrustedBy, projectType, ways, visits, specialProcedure, levyKind, reducible

        package var chinese: String {
            switch self {
            case .powerSource: "权力来源"
            case .entrustedBy: "委托部门"
            case .projectType: "办件类型"
            case .ways: "办理形式"
            case .visits: "到办事现场次数"
            case .specialProcedure: "特别程序"
            case .levyKind: "征收种类"
            case .reducible: "涉及减免审批"
            }
        }
    }

    private static let mostVisits = 9
    package static var wantedVisits: String { "0 至 \(mostVisits) 的次数" }

    /// Reads how often somebody has to come; `nil` for what is no such number.
    package static func visits(_ text: String) -> Int? {
        Int(text).flatMap { (0...mostVisits).contains($0) ? $0 : nil }
    }

    package init() {}

    /// What is stated, in the order of the table.
    package var facts: [(fact: Fact, text: String)] {
        Fact.allCases.compactMap { fact in text(of: fact).map { (fact, $0) } }
    }

    private func text(of fact: Fact) -> String? {
        switch fact {
        case .powerSource: source?.chinese
        case .entrustedBy: entrustedBy
        case .projectType: projectType?.chinese
        case .ways: ways.map { $0.map(\.chinese).joined(separator: "、") }
        case .visits: visits.map { "\($0) 次" }
        case .specialProcedure: specialProcedure
        case .levyKind: levyKind
        case .reducible: isReducible.map { $0 ? "是" : "否" }
        }
    }

    /// The same with what `newer` states in the place of what was.
    package func updated(by newer: ItemExercise) -> ItemExercise {
        var result = self
        result.source = newer.source ?? source
        result.entrustedBy = newer.entrustedBy ?? entrustedBy
        result.projectType = newer.projectType ?? projectType
        result.ways = newer.ways ?? ways
        result.visits = newer.visits ?? visits
        result.specialProcedure = newer.specialProcedure ?? specialProcedure
        result.levyKind = newer.levyKind ?? levyKind
        result.isReducible = newer.isReducible ?? isReducible
        return result
    }
}
