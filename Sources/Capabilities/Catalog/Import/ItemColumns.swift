/// Which column of a list holds which field.
package struct ItemColumns: Hashable, Sendable, Codable {
    /// What a column may hold.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case code, name, category, mainName, agencyName, agencyCode, division, levels, bases

        package var chinese: String {
            switch self {
            case .code: "事项编码"
            case .name: "事项名称"
            case .category: "事项类型"
            case .mainName: "主项名称"
            case .agencyName: "填报单位"
            case .agencyCode: "单位编码"
            case .division: "区划代码"
            case .levels: "行使层级"
            case .bases: "设定依据"
            }
        }

        package var isNeeded: Bool { [.code, .name, .category].contains(self) }
    }

    package let code: String
    package let name: String
    package let category: String
    package let mainName: String?
    package let agencyName: String?
    package let agencyCode: String?
    package let division: String?
    package let levels: String?
    package let bases: String?

    package init(
        code: String,
        name: String,
        category: String,
        mainName: String? = nil,
        agencyName: String? = nil,
        agencyCode: String? = nil,
        division: String? = nil,
        levels: String? = nil,
        bases: String? = nil
    ) {
        self.code = code
        self.name = name
        self.category = category
        self.mainName = mainName
        self.agencyName = agencyName
        self.agencyCode = agencyCode
        self.division = division
        self.levels = levels
        self.bases = bases
    }

    /// Makes the mapping that says for fields in which column they stand; `nil` while one that is needed has none.
    package init?(_ places: [Field: String]) {
        guard let code = places[.code], let name = places[.name], let category = places[.category] else { return nil }
        self.init(
            code: code,
            name: name,
            category: category,
            mainName: places[.mainName],
            agencyName: places[.agencyName],
            agencyCode: places[.agencyCode],
            division: places[.division],
            levels: places[.levels],
            bases: places[.bases]
        )
    }

    /// In which column each field stands.
    package var places: [Field: String] {
        var places: [Field: String] = [.code: code, .name: name, .category: category]
        places[.mainName] = mainName
        places[.agencyName] = agencyName
        places[.agencyCode] = agencyCode
        places[.division] = division
        places[.levels] = levels
        places[.bases] = bases
        return places
    }

    /// The list of the service portal of Sichuan.
    package static let sichuan = ItemColumns(
        code: "事项编码",
        name: "事项名称",
        category: "事项类型代码",
        mainName: "主项名称",
        agencyName: "填报单位",
        agencyCode: "实施主体编码",
        division: "区划代码"
    )

    /// The list of Liaoning: base items with national codes, which no agency has adopted yet.
    package static let liaoning = ItemColumns(
        code: "职权编码",
        name: "事项名称",
        category: "事项类型代码",
        levels: "实施层级",
        bases: "依据(法规#条)"
    )

    /// Our own, for files that are written for this program.
    package static let plain = ItemColumns(
        code: "code",
        name: "name",
        category: "category",
        mainName: "mainName",
        agencyName: "agency",
        agencyCode: "agencyCode",
        division: "division",
        levels: "levels",
        bases: "bases"
    )

    package static let known = [sichuan, liaoning, plain]

    /// The columns a list must have; the others are read when they are there.
    package var needed: [String] { [code, name, category] }

    /// Returns the mapping whose needed columns the header has.
    package static func matching(_ header: some Collection<String>) -> ItemColumns? {
        known.first { $0.needed.allSatisfy(header.contains) }
    }
}
