/// What stands on the list of items, in both languages.
enum ItemListLabel: LabelTable {
    case search, searchHint, category, localCategory, standing, level, agency, byAgency, basis, statutes, near, nothing,
        nothingHint
    case all, changes, downloads, feed, name, unstated

    var words: (chinese: String, english: String) {
        switch self {
        case .search: ("搜索事项", "Search services")
        case .searchHint: ("事项名称、拼音、材料、依据、机关或编码", "Chinese name, pinyin, document, statute, agency or code")
        case .category: ("类型", "Kind")
        case .localCategory: ("地方类别", "Local kind")
        case .standing: ("状态", "Status")
        case .level: ("行使层级", "Level")
        case .agency: ("实施机关", "Agency")
        case .byAgency: ("按实施机关筛选", "Filter by agency")
        case .basis: ("以此为依据的事项", "Services that rest on it")
        case .statutes: ("法律文件", "Laws")
        case .near: ("没有与所写完全一致的事项，以下是读音或用字相近的事项。", "Nothing matches exactly; these are similar.")
        case .nothing: ("没有找到符合条件的事项", "No services found")
        case .nothingHint:
            (
                "可以换个说法，少写几个字，或去掉筛选条件。单个字、词、拼音、拼音首字母和事项编码都能搜。",
                "Try fewer words, or take filters away. A Chinese word, pinyin, its initials or a code can be searched."
            )
        case .all: ("查看全部事项", "All services")
        case .changes: ("目录调整公告", "Announced changes of the catalog (in Chinese)")
        case .downloads: ("下载整个目录（csv、xlsx、json、JSON-LD）", "Download the catalog (csv, xlsx, json, JSON-LD)")
        case .feed: ("订阅目录变化（Atom）", "Follow changes of the catalog (Atom)")
        case .name: ("事项名称", "Service")
        case .unstated: ("未填报", "Not stated")
        }
    }
}
