import Access
import Bookings
import Directory
import Kernel

/// What to do about a refusal; ends without a full stop.
enum AdministrationRemedy {
    static func of(_ error: any Error) -> String {
        switch error {
        case let error as DirectoryError: remedy(error)
        case let error as AccessError: remedy(error)
        case is BookingError: "改正所填内容后重新提交"
        default: "刷新页面，核对后重新办理"
        }
    }

    private static func remedy(_ error: DirectoryError) -> String {
        switch error {
        case .text: "按字数填写，不留空"
        case .creditCode: "核对登记证书上的18位代码"
        case .codeTaken: "核对代码；同一机构只登记一次，变更请到该机构页办理"
        case .certificateNumberTaken: "核对证号"
        case .unknownAgency, .unknownOffice, .unknownPost, .unknownOfficer, .unknownCertificate: "从列表中重新选择"
        case .gone: "改用机构、岗位存续期间的日期"
        case .ofOtherAgency: "先办理调动，再任职"
        case .alreadyInPost: "不需重复任职；重新任职的先免职"
        case .notInPost: "核对任职记录和日期"
        case .endsBeforeItBegins: "核对两个日期"
        case .emptyScope: "选择执法类别"
        case .earlierThanLastFact: "改用该日或者以后的日期"
        case .certificateStanding: "先使证件恢复有效，或者另行颁发"
        case .notQualified: "先录入培训学时和合格的考试成绩，再办证"
        case .noFormerReviewer: "取得法律职业资格后登记资格"
        case .notInPostStaff: "不得发证；身份有误的先更正基本情况"
        case .entrustmentMissing: "补填委托机关、委托书、事项和期限（行政处罚法§20）"
        case .entrustmentUnexpected: "清空委托各栏，或者改主体类别为受委托组织"
        case .delegatedToOneself: "另选他人"
        case .delegatedAlready: "先终止原代行，或者改期间"
        case .noDelegation: "核对代行记录"
        case .rulesOutOfRange: "改为允许范围之内的数"
        case .notASite: "写成 https://www.example.gov.cn 的形式，一行一个"
        case .tooManySites: "只留确需嵌入的网站"
        case .managementCircle: "另选上级机构"
        case .stillInUse: "先在岗位页撤销，或者调整到其他内设机构"
        case .divisionListed: "变更名称请用“更名”"
        case .unknownDivision: "先新增该区划"
        case .divisionEnded: "改用后继代码"
        case .successorCircle: "另填后继代码"
        case .reviewedAlready: "同一年度只审验一次"
        case .recusalUndecided: "等待负责人决定"
        case .noOpenRecusal: "先提出申请"
        case .recusalOfOneself: "由其他负责人决定"
        case .notHead: "由申请对象所在机关的批准岗位人员决定（行政处罚法§43）"
        case .recusalOfHead, .recusalDiscussedByFew, .recusalDiscussedByStranger: "写明参加讨论的本机关负责人，不少于两人，不含本人"
        case .recusalOfNoHead: "由本机关负责人直接决定"
        case .successionCircle: "另选承继机关，或者先核对各机构同日的职权调整"
        case .unknownBulkRun: "从批量办理的列表中重新选择"
        case .bulkRows: "缩小筛选范围，分次办理"
        case .bulkTarget: "另选办理事项"
        case .bulkPhase: "刷新页面，核对后重新办理"
        case .builtOn: "核对后单独办理"
        }
    }

    private static func remedy(_ error: AccessError) -> String {
        switch error {
        case .wrongNameOrPassword, .factorWrong, .codeWrong: "核对后重试"
        case .locked, .overloaded, .codesTooMany: "稍后再试"
        case .password, .signInName, .displayName, .identity: "按要求重新填写"
        case .identityTaken: "先解除另一账号的关联"
        case .identityUnknown: "先关联账号"
        case .signInNameTaken: "另取用户名"
        case .holderTaken: "使用已有账号"
        case .unknownAccount, .unknownSession: "从列表中重新选择"
        case .rolesExclude: "取消其中一个角色"
        case .ownAccount: "由另一名管理员办理"
        case .factorConfirmed: "不需重复启用"
        case .noSender: "接通短信平台"
        }
    }
}
