/// What frames and lists of the Hall are called, in both languages.
enum HallLabel: LabelTable {
    case home, items, laws, follow, decisions, letters
    case largeView, usualView, signIn, own, officers
    case publicity, lists, subjects, enforcers, pledges, oversight, supervisors, information, openData
    case region, allRegions, changeRegion

    var words: (chinese: String, english: String) {
        switch self {
        case .home: ("首页", "Home")
        case .items: ("办事事项", "Services")
        case .laws: ("法规依据", "Laws")
        case .follow: ("查询办件", "Track a case")
        case .decisions: ("结果公示", "Decisions")
        case .letters: ("咨询投诉", "Ask or complain")
        case .largeView: ("长者模式", "Large print")
        case .usualView: ("标准模式", "Standard print")
        case .signIn: ("登录", "Sign in")
        case .own: ("我的", "My account")
        case .officers: ("工作人员登录", "Staff sign-in")
        case .publicity: ("行政执法公示", "Enforcement publicity")
        case .lists: ("公开清单", "Public lists")
        case .subjects: ("执法主体清单", "Enforcement bodies")
        case .enforcers: ("执法人员清单", "Enforcement officers")
        case .pledges: ("服务承诺", "Service pledges")
        case .oversight: ("监督通报", "Oversight bulletins")
        case .supervisors: ("社会监督", "Public supervisors")
        case .information: ("申请公开政府信息", "Request information")
        case .openData: ("开放数据", "Open data")
        case .region: ("区划", "Region")
        case .allRegions: ("全部区划", "All regions")
        case .changeRegion: ("切换区划", "Change region")
        }
    }
}
