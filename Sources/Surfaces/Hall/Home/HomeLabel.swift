/// What stands on both start pages, one label a line.
enum HomeLabel: LabelTable {
    case heading, purpose, search, searchHint, byAgency, byCategory
    case items, itemsHint, follow, followHint, ask, askHint, information, informationHint, decisions, decisionsHint

    var words: (chinese: String, english: String) {
        switch self {
        case .heading: ("要办的事、机关的权力，都在这里", "Every service and every power of this government, in the open")
        case .purpose:
            (
                "每一项写明谁来办、凭什么办、要什么材料、几天办完、收不收钱，办到哪一步随时可查。",
                """
                Each one says who handles it, under which law, what to bring, how many days it takes and what it costs; \
                you can see where your case stands at any time.
                """
            )
        case .search: ("搜索事项", "Search services")
        case .searchHint: ("想办什么？如：教师、户口、许可，或事项编码", "What do you need? A Chinese word, pinyin, an agency or a code")
        case .byAgency: ("按机关找", "Find by agency")
        case .byCategory: ("按类型找", "Find by kind")
        case .items: ("查事项、办申请", "Find a service, apply")
        case .itemsHint:
            (
                "看清依据、条件、材料、期限和收费，能网上办的直接申请。",
                "Basis, conditions, what to bring, time limits and fees. Applications are written in Chinese."
            )
        case .follow: ("查办理进度", "Follow a case")
        case .followHint: ("凭办件编号和查询码，不用注册账号。", "With the number and the code on your receipt; no account is needed.")
        case .ask: ("咨询、投诉、举报", "Ask or complain")
        case .askHint:
            (
                "先看别人问过的，没有答案再写信；可以匿名，限期答复。",
                "See what others asked, or write; without a name if you like. Answers have a deadline."
            )
        case .information: ("申请公开政府信息", "Request information")
        case .informationHint:
            (
                "没有主动公开的信息可以申请，不收费，二十个工作日内答复。",
                "Ask for what is not published; free of charge, answered within twenty working days."
            )
        case .decisions: ("看公开结果", "Published decisions")
        case .decisionsHint:
            (
                "许可、处罚等决定作出后在这里公开，接受监督。",
                "Licenses, penalties and other decisions are published here, with personal data masked."
            )
        }
    }
}
