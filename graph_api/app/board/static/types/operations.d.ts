/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A person's position in an organization. */
export type AppointmentRole =
  /** Committee member of a branch or another Party organization (支委). */
  | 'COMMITTEE_MEMBER'
  /** General convenor of a joint conference (总召集人). */
  | 'CONVENOR'
  /** Deputy director of an owners' committee (副主任). */
  | 'DEPUTY_DIRECTOR'
  /** Deputy secretary of a branch or another Party organization (副书记). */
  | 'DEPUTY_SECRETARY'
  /** Director of an owners' committee (主任). */
  | 'DIRECTOR'
  /** Manager of a property company (经理). */
  | 'MANAGER'
  /** Member of an owners' committee (委员). */
  | 'MEMBER'
  /** Head of the Party members in a property company (党员负责人). */
  | 'PARTY_HEAD'
  /** Property service quality supervisor at a property company (物业服务质量监督员). */
  | 'QUALITY_SUPERVISOR'
  /** Secretary of a branch or another Party organization (书记). */
  | 'SECRETARY';

/** The channel of a cross-appointment: the party of the compound that the person comes from, and the one that the person joins. */
export type CrossAppointmentChannel =
  /** A committee member of the branch joins the owners' committee. */
  | 'BRANCH_TO_OWNERS_COMMITTEE'
  /** A committee member of the branch becomes the property company's quality supervisor. */
  | 'BRANCH_TO_PROPERTY_SUPERVISOR'
  /** A member of the owners' committee joins the branch committee. */
  | 'OWNERS_COMMITTEE_TO_BRANCH'
  /** The property company's Party head joins the branch committee. */
  | 'PROPERTY_TO_BRANCH';

/** The kind of a department, by the level of government it reports to. */
export type DepartmentKind =
  /** A unit of the central or provincial government in the city (中省直单位). */
  | 'CENTRAL_OR_PROVINCIAL'
  /** A department of the city (市直部门). */
  | 'MUNICIPAL';

/** Conditions on what is due. All given conditions must hold. */
export type DueFilter = {
  /** Only what belongs to a place of this level. */
  level?: PlaceLevel | null | undefined;
  /** Only what a rule with this obligation level requires. */
  obligation?: Obligation | null | undefined;
  /** Only what is overdue (true), or what can still be done in time (false). */
  overdue?: boolean | null | undefined;
};

/** The kind of what is due. */
export type DueKind =
  /** Agenda of an escalation (上移议题列入议程). */
  | 'AGENDA'
  /** End of an appointment (任职到期). */
  | 'APPOINTMENT_END'
  /** Attendance at meetings (参加会议). */
  | 'ATTENDANCE'
  /** Yearly evaluation (年度百分考核). */
  | 'EVALUATION'
  /** Feedback on an escalation (上移议题反馈). */
  | 'FEEDBACK'
  /** Forms of in-service members (在职党员登记表和意见反馈表). */
  | 'FORMS'
  /** Meeting (召开会议). */
  | 'MEETING'
  /** End of a pairing (联系包扶到期). */
  | 'PAIRING_END'
  /** Leader's visit (市级领导深入社区). */
  | 'VISIT';

/** Whether an issue is open or settled. */
export type IssueStatus =
  /** The issue is not settled yet. */
  | 'OPEN'
  /** The issue is settled (已解决). */
  | 'RESOLVED';

/** A language of the texts that the API writes. Names and other recorded texts stay as they are recorded. */
export type Language =
  /** English. */
  | 'EN'
  /** Chinese (中文). */
  | 'ZH';

/** The kind of a meeting: regular or extraordinary. */
export type MeetingKind =
  /** An extraordinary meeting (临时会议) about one field of work, which can be held at any time. */
  | 'EXTRAORDINARY'
  /** A regular meeting (常规会议), held at the interval that applies to the level of the conference. */
  | 'REGULAR';

/** One of the four municipal bodies (四大班子) that leaders belong to. */
export type MunicipalBody =
  /** The municipal committee of the Chinese People's Political Consultative Conference (市政协). */
  | 'CPPCC'
  /** The municipal government (市政府). */
  | 'GOVERNMENT'
  /** The municipal Party committee (市委). */
  | 'PARTY_COMMITTEE'
  /** The municipal people's congress (市人大). */
  | 'PEOPLES_CONGRESS';

/** The obligation level of a rule, as worded in the source document. */
export type Obligation =
  /** Required by the document (至少, 要, 均). */
  | 'MUST'
  /** Recommended by the document (原则上, 注重, 鼓励). */
  | 'SHOULD';

/** A level in the hierarchy of places. */
export type PlaceLevel =
  /** A building (楼栋), with a code of 18 digits. */
  | 'BUILDING'
  /** A city (市), with a code of 6 digits. */
  | 'CITY'
  /** A community (社区), with a code of 12 digits. */
  | 'COMMUNITY'
  /** A residential compound (居民小区), with a code of 15 digits. */
  | 'COMPOUND'
  /** A subdistrict (街道), with a code of 9 digits. */
  | 'SUBDISTRICT';

/** The code of a coverage rule. */
export type RuleCode =
  /** The building is in a building group (楼栋纳入联合楼栋党小组). Checks every Building. */
  | 'BLD1'
  /** The building is in one building group at most (楼栋只属于一个党小组). Checks every Building. */
  | 'BLD2'
  /** The compound has a branch (小区成立党支部). Checks every Compound. */
  | 'CMP1'
  /** All three parties exist (党支部、物业、业委会齐全). Checks every Compound. */
  | 'CMP2'
  /** At least one person is cross-appointed (小区有交叉任职). Checks every Compound. */
  | 'CMP3'
  /** The deliberation meeting is held every month (小区民主议事协商会每月召开). Checks every Compound. */
  | 'CMP4'
  /** All three parties attend the deliberation meeting (三方参加小区协商会). Checks every Compound. */
  | 'CMP5'
  /** Three to five departments are paired with the community (每社区3至5家市直部门包扶). Checks every Community. */
  | 'COM1'
  /** At least one leader is paired with the community (每社区有市级领导联系). Checks every Community. */
  | 'COM2'
  /** The community conference meets every quarter (社区联席会每季度至少一次). Checks every Community. */
  | 'COM3'
  /** The community has a synergy body (社区设立治理服务协同体). Checks every Community. */
  | 'COM4'
  /** Its synergy body serves all four functions (协同体履行四项职能). Checks every Community. */
  | 'COM5'
  /** Posts, teams and zones are offered to in-service members (社区设立岗位、服务队和责任区). Checks every Community. */
  | 'COM6'
  /** Its conference invites every category of participant (社区联席会邀请各类参会单位). Checks every Community. */
  | 'COM7'
  /** The city conference has one general convenor and a liaison office (市级联席会设总召集人和联络办公室). Checks every City. */
  | 'CTY1'
  /** The city conference meets every half-year (市级联席会每半年召开一次). Checks every City. */
  | 'CTY2'
  /** Leaders of the four municipal bodies and every subdistrict secretary belong to the city conference (市级联席会成员覆盖四大班子和街道书记). Checks every City. */
  | 'CTY3'
  /** The department is paired with exactly one community (每个部门包扶1个社区). Checks every Department. */
  | 'DEP1'
  /** Its community is one that its supervising leader is paired with (与分管领导共同包扶同一社区). Checks every Department. */
  | 'DEP2'
  /** Its community is among the three nearest in its city (包扶社区就近). Checks every Department. */
  | 'DEP3'
  /** It attends the conference of its community every quarter (部门定期参加社区联席会). Checks every Department. */
  | 'DEP4'
  /** It was evaluated by at least 50 raters (百分考核评分人数不少于50人). Checks every Department. */
  | 'DEP5'
  /** It belongs to the synergy body of its community (部门加入社区协同体). Checks every Department. */
  | 'DEP6'
  /** Its evaluation is linked to the appraisal of its leading team (考核结果纳入实绩考核). Checks every Department. */
  | 'DEP7'
  /** The group has a central household (联合楼栋党小组设党员中心户). Checks every BuildingGroup. */
  | 'GRP1'
  /** The compound of the group has a branch (党小组所在小区有党支部). Checks every BuildingGroup. */
  | 'GRP2'
  /** The buildings of the group are adjacent (党小组楼栋相邻). Checks every BuildingGroup. */
  | 'GRP3'
  /** The leader of the group is a retired member (退休老党员任党小组长). Checks every BuildingGroup. */
  | 'GRP4'
  /** Every person in difficulty here is paired with a member (困难群众结对). Checks every Community. */
  | 'HH1'
  /** Every escalation carries a ledger and the minutes (议题上移附台账和会议纪要). Checks every Issue. */
  | 'ISS1'
  /** Every escalation goes exactly one level up (议题逐级上移). Checks every Issue. */
  | 'ISS2'
  /** The upper level put the issue on the agenda of its next regular meeting (上级联席会纳入议程). Checks every Issue. */
  | 'ISS3'
  /** The upper level gave feedback in time (上级联席会及时反馈). Checks every Issue. */
  | 'ISS4'
  /** The leader is paired with exactly one community (每位市级领导联系1个社区). Checks every Leader. */
  | 'LDR1'
  /** The leader visited the community in the quarter (市级领导每季度至少深入社区1次). Checks every Leader. */
  | 'LDR2'
  /** The leader attended the conference of the community (市级领导参加社区联席会). Checks every Leader. */
  | 'LDR3'
  /** Every in-service member registered here chose a post (在职党员选岗). Checks every Community. */
  | 'MEM1'
  /** Every in-service member registered here handed in both forms (登记表和意见反馈表齐全). Checks every Community. */
  | 'MEM2'
  /** The subdistrict conference meets every quarter (街道联席会每季度至少一次). Checks every Subdistrict. */
  | 'SUB1'
  /** Its conference invites every category of participant (街道联席会邀请各类参会单位). Checks every Subdistrict. */
  | 'SUB2';

/** The result of checking a rule for a subject. */
export type RuleResult =
  /** The subject does not meet the rule. */
  | 'FAIL'
  /** The rule does not apply to the subject. */
  | 'NOT_APPLICABLE'
  /** The subject meets the rule. */
  | 'PASS'
  /** The data needed to check the rule is missing. */
  | 'UNKNOWN';

/** One of the four functions of a synergy body. */
export type SynergyFunction =
  /** Joint cultural activities and the promotion of civility (文化活动联搞, 文明新风共树). */
  | 'CULTURE'
  /** Jointly built service facilities and joint public welfare (服务设施联建, 公益事业共办). */
  | 'FACILITIES'
  /** Joint Party work and shared organizational resources (党建工作联抓, 组织资源共享). */
  | 'PARTY_WORK'
  /** Joint public security and joint management (社区治安联防, 综合治理共管). */
  | 'SECURITY';

/** A task of a leader on a visit to a community. */
export type VisitTask =
  /** Attends the community's joint conference (参加联席会). */
  | 'ATTEND_CONFERENCE'
  /** Inspects and guides Party work and governance in the community (调研指导). */
  | 'INSPECT'
  /** Presses departments to work with the community (督促部门). */
  | 'PRESS_DEPARTMENTS'
  /** Helps to settle difficult issues that residents raise (协调解决重难点问题). */
  | 'SETTLE_ISSUES';

export type FindingRowFragment = { id: string, result: RuleResult, observed: string | null, required: string, rule: { code: RuleCode, title: string, obligation: Obligation }, place:
    | { code: string, name: string, level: PlaceLevel }
    | { code: string, name: string, level: PlaceLevel }
    | { code: string, name: string, level: PlaceLevel }
    | { code: string, name: string, level: PlaceLevel }
    | { code: string, name: string, level: PlaceLevel }
  , subject:
    | { __typename: 'Appointment' }
    | { __typename: 'Appraisal' }
    | { __typename: 'Branch', actorName: string }
    | { __typename: 'Building', name: string }
    | { __typename: 'BuildingGroup', groupName: string }
    | { __typename: 'City', name: string }
    | { __typename: 'Community', name: string }
    | { __typename: 'Compound', name: string }
    | { __typename: 'Conference', actorName: string }
    | { __typename: 'Contribution' }
    | { __typename: 'Criterion' }
    | { __typename: 'CrossAppointment' }
    | { __typename: 'Deed' }
    | { __typename: 'Department', actorName: string }
    | { __typename: 'DepartmentPairing' }
    | { __typename: 'Document' }
    | { __typename: 'Enterprise', actorName: string }
    | { __typename: 'Escalation' }
    | { __typename: 'Evaluation' }
    | { __typename: 'EvaluationRound' }
    | { __typename: 'Finding' }
    | { __typename: 'Issue', title: string }
    | { __typename: 'Leader', actorName: string }
    | { __typename: 'LeaderPairing' }
    | { __typename: 'Meeting' }
    | { __typename: 'OwnersCommittee', actorName: string }
    | { __typename: 'PartyOrganization', actorName: string }
    | { __typename: 'Person', actorName: string }
    | { __typename: 'PostKind' }
    | { __typename: 'PropertyCompany', actorName: string }
    | { __typename: 'ResponsibilityZone' }
    | { __typename: 'SettledMatter' }
    | { __typename: 'SocialOrganization', actorName: string }
    | { __typename: 'Subdistrict', name: string }
    | { __typename: 'SynergyBody', actorName: string }
    | { __typename: 'TeamKind' }
    | { __typename: 'Unit', actorName: string }
    | { __typename: 'Visit' }
    | { __typename: 'VolunteerTeam', actorName: string }
    | { __typename: 'ZoneKind' }
   };

export type IssueCardFragment = { code: string, title: string, status: IssueStatus, resolvedOn: string | null, overdueDays: number | null, heldBy: { name: string, level: PlaceLevel, place:
      | { name: string }
      | { name: string }
      | { name: string }
      | { name: string }
      | { name: string }
     }, raisedAt: { date: string, conference: { level: PlaceLevel } }, escalations: Array<{ submittedOn: string, to: { level: PlaceLevel } }> };

export type CitiesQueryVariables = Exact<{
  day?: string | null | undefined;
  language: Language;
}>;


export type CitiesQuery = { cities: { nodes: Array<{ code: string, name: string }> }, enumLabels: Array<{ name: string, values: Array<{ value: string, label: string }> }> | null };

export type CityQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
  language: Language;
}>;


export type CityQuery = { rules: Array<{ code: RuleCode, title: string, obligation: Obligation }>, city: { code: string, name: string, reportedOn: string | null, coverage: { rate: number | null }, figures: Array<{ key: string, label: string, unit: string, stated: number, value: number, holds: boolean }>, communities: { totalCount: number, nodes: Array<{ code: string, name: string, subdistrict: { code: string, name: string }, coverage: { rate: number | null, fullyCovered: boolean | null, counts: Array<{ pass: number, fail: number, unknown: number, rule: { code: RuleCode } }> } }> } } | null };

export type CommunityQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
  language: Language;
}>;


export type CommunityQuery = { community: { code: string, name: string, subdistrict: { code: string, name: string }, secretary: { id: string, name: string } | null, coverage: { rate: number | null, fullyCovered: boolean | null, counts: Array<{ pass: number, fail: number, unknown: number, rule: { code: RuleCode } }> }, departments: { totalCount: number, edges: Array<{ since: string, aligned: boolean | null, distanceMetres: number | null, node: { code: string, name: string, kind: DepartmentKind, supervisor: { code: string, name: string, title: string } | null } }> }, leaders: { totalCount: number, edges: Array<{ since: string, lastVisit: string | null, node: { code: string, name: string, title: string, visitOverdue: boolean | null } }> }, synergyBody: { id: string, name: string, functions: Array<SynergyFunction>, lacking: Array<SynergyFunction>, members: { totalCount: number, nodes: Array<
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
        > } } | null, conference: { id: string, name: string, nextMeetingDue: string | null, overdue: boolean | null, meetings: { totalCount: number, nodes: Array<{ id: string, date: string, kind: MeetingKind }> }, raised: { totalCount: number, nodes: Array<{ code: string, title: string, status: IssueStatus }> } } | null, compounds: { totalCount: number, nodes: Array<{ code: string, name: string, coverage: { rate: number | null }, branch: { id: string, name: string } | null, propertyCompany: { id: string, name: string } | null, ownersCommittee: { id: string, name: string } | null }> }, findings: { totalCount: number, nodes: Array<{ id: string, result: RuleResult, observed: string | null, required: string, rule: { code: RuleCode, title: string, obligation: Obligation }, place:
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
        , subject:
          | { __typename: 'Appointment' }
          | { __typename: 'Appraisal' }
          | { __typename: 'Branch', actorName: string }
          | { __typename: 'Building', name: string }
          | { __typename: 'BuildingGroup', groupName: string }
          | { __typename: 'City', name: string }
          | { __typename: 'Community', name: string }
          | { __typename: 'Compound', name: string }
          | { __typename: 'Conference', actorName: string }
          | { __typename: 'Contribution' }
          | { __typename: 'Criterion' }
          | { __typename: 'CrossAppointment' }
          | { __typename: 'Deed' }
          | { __typename: 'Department', actorName: string }
          | { __typename: 'DepartmentPairing' }
          | { __typename: 'Document' }
          | { __typename: 'Enterprise', actorName: string }
          | { __typename: 'Escalation' }
          | { __typename: 'Evaluation' }
          | { __typename: 'EvaluationRound' }
          | { __typename: 'Finding' }
          | { __typename: 'Issue', title: string }
          | { __typename: 'Leader', actorName: string }
          | { __typename: 'LeaderPairing' }
          | { __typename: 'Meeting' }
          | { __typename: 'OwnersCommittee', actorName: string }
          | { __typename: 'PartyOrganization', actorName: string }
          | { __typename: 'Person', actorName: string }
          | { __typename: 'PostKind' }
          | { __typename: 'PropertyCompany', actorName: string }
          | { __typename: 'ResponsibilityZone' }
          | { __typename: 'SettledMatter' }
          | { __typename: 'SocialOrganization', actorName: string }
          | { __typename: 'Subdistrict', name: string }
          | { __typename: 'SynergyBody', actorName: string }
          | { __typename: 'TeamKind' }
          | { __typename: 'Unit', actorName: string }
          | { __typename: 'Visit' }
          | { __typename: 'VolunteerTeam', actorName: string }
          | { __typename: 'ZoneKind' }
         }> } } | null };

export type CompoundQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
  language: Language;
}>;


export type CompoundQuery = { compound: { code: string, name: string, community: { code: string, name: string }, coverage: { rate: number | null }, branch: { id: string, name: string, joint: boolean, appointments: { nodes: Array<{ id: string, role: AppointmentRole, since: string, person: { id: string, name: string } }> } } | null, propertyCompany: { id: string, name: string, appointments: { nodes: Array<{ id: string, role: AppointmentRole, since: string, person: { id: string, name: string } }> } } | null, ownersCommittee: { id: string, name: string, appointments: { nodes: Array<{ id: string, role: AppointmentRole, since: string, person: { id: string, name: string } }> } } | null, crossAppointments: { totalCount: number, nodes: Array<{ id: string, channel: CrossAppointmentChannel, since: string, concurrentHead: boolean, person: { id: string, name: string } }> }, conference: { id: string, name: string, nextMeetingDue: string | null, overdue: boolean | null, meetings: { totalCount: number, nodes: Array<{ id: string, date: string, kind: MeetingKind }> }, raised: { totalCount: number, nodes: Array<{ code: string, title: string, status: IssueStatus }> } } | null, buildings: { totalCount: number, nodes: Array<{ code: string, name: string, adjacentBuildings: Array<{ code: string }>, buildingGroups: Array<{ id: string, name: string }> }> }, buildingGroups: { totalCount: number, nodes: Array<{ id: string, name: string, feature: string | null, adjacent: boolean | null, centralHouseholdCount: number, leader: { id: string, name: string } | null, buildings: Array<{ code: string, name: string }> }> }, findings: { totalCount: number, nodes: Array<{ id: string, result: RuleResult, observed: string | null, required: string, rule: { code: RuleCode, title: string, obligation: Obligation }, place:
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
        , subject:
          | { __typename: 'Appointment' }
          | { __typename: 'Appraisal' }
          | { __typename: 'Branch', actorName: string }
          | { __typename: 'Building', name: string }
          | { __typename: 'BuildingGroup', groupName: string }
          | { __typename: 'City', name: string }
          | { __typename: 'Community', name: string }
          | { __typename: 'Compound', name: string }
          | { __typename: 'Conference', actorName: string }
          | { __typename: 'Contribution' }
          | { __typename: 'Criterion' }
          | { __typename: 'CrossAppointment' }
          | { __typename: 'Deed' }
          | { __typename: 'Department', actorName: string }
          | { __typename: 'DepartmentPairing' }
          | { __typename: 'Document' }
          | { __typename: 'Enterprise', actorName: string }
          | { __typename: 'Escalation' }
          | { __typename: 'Evaluation' }
          | { __typename: 'EvaluationRound' }
          | { __typename: 'Finding' }
          | { __typename: 'Issue', title: string }
          | { __typename: 'Leader', actorName: string }
          | { __typename: 'LeaderPairing' }
          | { __typename: 'Meeting' }
          | { __typename: 'OwnersCommittee', actorName: string }
          | { __typename: 'PartyOrganization', actorName: string }
          | { __typename: 'Person', actorName: string }
          | { __typename: 'PostKind' }
          | { __typename: 'PropertyCompany', actorName: string }
          | { __typename: 'ResponsibilityZone' }
          | { __typename: 'SettledMatter' }
          | { __typename: 'SocialOrganization', actorName: string }
          | { __typename: 'Subdistrict', name: string }
          | { __typename: 'SynergyBody', actorName: string }
          | { __typename: 'TeamKind' }
          | { __typename: 'Unit', actorName: string }
          | { __typename: 'Visit' }
          | { __typename: 'VolunteerTeam', actorName: string }
          | { __typename: 'ZoneKind' }
         }> } } | null };

export type DepartmentQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
  language: Language;
}>;


export type DepartmentQuery = { department: { code: string, name: string, kind: DepartmentKind, couldServe: Array<SynergyFunction>, deedCount: number, contributedCny: number, secretary: { id: string, name: string } | null, supervisor: { code: string, name: string, title: string, pairing: { community: { code: string, name: string } } | null } | null, pairing: { since: string, aligned: boolean | null, distanceMetres: number | null, community: { code: string, name: string, subdistrict: { name: string } } } | null, pairings: { totalCount: number, nodes: Array<{ id: string, since: string, until: string | null, community: { code: string, name: string } }> }, evaluations: { totalCount: number, nodes: Array<{ id: string, year: number, score: number | null, rankInCommunity: number | null, rankInCity: number | null, community: { code: string, name: string } }> }, deeds: { totalCount: number, nodes: Array<{ id: string, date: string, title: string, function: SynergyFunction }> }, findings: { totalCount: number, nodes: Array<{ id: string, result: RuleResult, observed: string | null, required: string, rule: { code: RuleCode, title: string, obligation: Obligation }, place:
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
        , subject:
          | { __typename: 'Appointment' }
          | { __typename: 'Appraisal' }
          | { __typename: 'Branch', actorName: string }
          | { __typename: 'Building', name: string }
          | { __typename: 'BuildingGroup', groupName: string }
          | { __typename: 'City', name: string }
          | { __typename: 'Community', name: string }
          | { __typename: 'Compound', name: string }
          | { __typename: 'Conference', actorName: string }
          | { __typename: 'Contribution' }
          | { __typename: 'Criterion' }
          | { __typename: 'CrossAppointment' }
          | { __typename: 'Deed' }
          | { __typename: 'Department', actorName: string }
          | { __typename: 'DepartmentPairing' }
          | { __typename: 'Document' }
          | { __typename: 'Enterprise', actorName: string }
          | { __typename: 'Escalation' }
          | { __typename: 'Evaluation' }
          | { __typename: 'EvaluationRound' }
          | { __typename: 'Finding' }
          | { __typename: 'Issue', title: string }
          | { __typename: 'Leader', actorName: string }
          | { __typename: 'LeaderPairing' }
          | { __typename: 'Meeting' }
          | { __typename: 'OwnersCommittee', actorName: string }
          | { __typename: 'PartyOrganization', actorName: string }
          | { __typename: 'Person', actorName: string }
          | { __typename: 'PostKind' }
          | { __typename: 'PropertyCompany', actorName: string }
          | { __typename: 'ResponsibilityZone' }
          | { __typename: 'SettledMatter' }
          | { __typename: 'SocialOrganization', actorName: string }
          | { __typename: 'Subdistrict', name: string }
          | { __typename: 'SynergyBody', actorName: string }
          | { __typename: 'TeamKind' }
          | { __typename: 'Unit', actorName: string }
          | { __typename: 'Visit' }
          | { __typename: 'VolunteerTeam', actorName: string }
          | { __typename: 'ZoneKind' }
         }> } } | null };

export type DueQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
  kinds?: Array<DueKind> | DueKind | null | undefined;
  filter?: DueFilter | null | undefined;
  after?: string | null | undefined;
  language: Language;
}>;


export type DueQuery = { due: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: DueKind, dueOn: string, daysLeft: number, overdue: boolean, name: string, title: string, rule: { code: RuleCode } | null, place:
        | { __typename: 'Building', code: string, name: string, level: PlaceLevel }
        | { __typename: 'City', code: string, name: string, level: PlaceLevel }
        | { __typename: 'Community', code: string, name: string, level: PlaceLevel }
        | { __typename: 'Compound', code: string, name: string, level: PlaceLevel }
        | { __typename: 'Subdistrict', code: string, name: string, level: PlaceLevel }
      , subject:
        | { __typename: 'Appointment' }
        | { __typename: 'Appraisal' }
        | { __typename: 'Branch' }
        | { __typename: 'Building' }
        | { __typename: 'BuildingGroup' }
        | { __typename: 'City' }
        | { __typename: 'Community', code: string }
        | { __typename: 'Compound', code: string }
        | { __typename: 'Conference' }
        | { __typename: 'Contribution' }
        | { __typename: 'Criterion' }
        | { __typename: 'CrossAppointment' }
        | { __typename: 'Deed' }
        | { __typename: 'Department', code: string }
        | { __typename: 'DepartmentPairing' }
        | { __typename: 'Document' }
        | { __typename: 'Enterprise' }
        | { __typename: 'Escalation', issue: { code: string } }
        | { __typename: 'Evaluation' }
        | { __typename: 'EvaluationRound' }
        | { __typename: 'Finding' }
        | { __typename: 'Issue' }
        | { __typename: 'Leader', code: string }
        | { __typename: 'LeaderPairing' }
        | { __typename: 'Meeting' }
        | { __typename: 'OwnersCommittee' }
        | { __typename: 'PartyOrganization' }
        | { __typename: 'Person' }
        | { __typename: 'PostKind' }
        | { __typename: 'PropertyCompany' }
        | { __typename: 'ResponsibilityZone' }
        | { __typename: 'SettledMatter' }
        | { __typename: 'SocialOrganization' }
        | { __typename: 'Subdistrict' }
        | { __typename: 'SynergyBody' }
        | { __typename: 'TeamKind' }
        | { __typename: 'Unit' }
        | { __typename: 'Visit' }
        | { __typename: 'VolunteerTeam' }
        | { __typename: 'ZoneKind' }
       }> } | null };

export type IssueQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
  language: Language;
}>;


export type IssueQuery = { issue: { code: string, title: string, status: IssueStatus, resolvedOn: string | null, resolution: string | null, overdueDays: number | null, heldBy: { name: string, level: PlaceLevel, place:
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
       }, raisedAt: { date: string, kind: MeetingKind, conference: { name: string, level: PlaceLevel, place:
          | { code: string, name: string }
          | { code: string, name: string }
          | { code: string, name: string }
          | { code: string, name: string }
          | { code: string, name: string }
         } }, settledWith: { name: string } | null, escalations: Array<{ submittedOn: string, ledger: string | null, waitingDays: number | null, agendaDue: string | null, feedbackDue: string | null, overdueDays: number | null, from: { name: string, level: PlaceLevel }, to: { name: string, level: PlaceLevel }, agendaMeeting: { date: string } | null, feedback: { on: string, text: string } | null }>, findings: { totalCount: number, nodes: Array<{ id: string, result: RuleResult, observed: string | null, required: string, rule: { code: RuleCode, title: string, obligation: Obligation }, place:
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
        , subject:
          | { __typename: 'Appointment' }
          | { __typename: 'Appraisal' }
          | { __typename: 'Branch', actorName: string }
          | { __typename: 'Building', name: string }
          | { __typename: 'BuildingGroup', groupName: string }
          | { __typename: 'City', name: string }
          | { __typename: 'Community', name: string }
          | { __typename: 'Compound', name: string }
          | { __typename: 'Conference', actorName: string }
          | { __typename: 'Contribution' }
          | { __typename: 'Criterion' }
          | { __typename: 'CrossAppointment' }
          | { __typename: 'Deed' }
          | { __typename: 'Department', actorName: string }
          | { __typename: 'DepartmentPairing' }
          | { __typename: 'Document' }
          | { __typename: 'Enterprise', actorName: string }
          | { __typename: 'Escalation' }
          | { __typename: 'Evaluation' }
          | { __typename: 'EvaluationRound' }
          | { __typename: 'Finding' }
          | { __typename: 'Issue', title: string }
          | { __typename: 'Leader', actorName: string }
          | { __typename: 'LeaderPairing' }
          | { __typename: 'Meeting' }
          | { __typename: 'OwnersCommittee', actorName: string }
          | { __typename: 'PartyOrganization', actorName: string }
          | { __typename: 'Person', actorName: string }
          | { __typename: 'PostKind' }
          | { __typename: 'PropertyCompany', actorName: string }
          | { __typename: 'ResponsibilityZone' }
          | { __typename: 'SettledMatter' }
          | { __typename: 'SocialOrganization', actorName: string }
          | { __typename: 'Subdistrict', name: string }
          | { __typename: 'SynergyBody', actorName: string }
          | { __typename: 'TeamKind' }
          | { __typename: 'Unit', actorName: string }
          | { __typename: 'Visit' }
          | { __typename: 'VolunteerTeam', actorName: string }
          | { __typename: 'ZoneKind' }
         }> } } | null };

export type IssuesQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
}>;


export type IssuesQuery = { open: { totalCount: number, nodes: Array<{ code: string, title: string, status: IssueStatus, resolvedOn: string | null, overdueDays: number | null, heldBy: { name: string, level: PlaceLevel, place:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }, raisedAt: { date: string, conference: { level: PlaceLevel } }, escalations: Array<{ submittedOn: string, to: { level: PlaceLevel } }> }> }, escalated: { totalCount: number, nodes: Array<{ code: string, title: string, status: IssueStatus, resolvedOn: string | null, overdueDays: number | null, heldBy: { name: string, level: PlaceLevel, place:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }, raisedAt: { date: string, conference: { level: PlaceLevel } }, escalations: Array<{ submittedOn: string, to: { level: PlaceLevel } }> }> } };

export type LeaderQueryVariables = Exact<{
  code: string;
  day?: string | null | undefined;
  language: Language;
}>;


export type LeaderQuery = { leader: { code: string, name: string, title: string, body: MunicipalBody | null, visitOverdue: boolean | null, nextVisitDue: string | null, person: { id: string, name: string }, pairing: { since: string, lastVisit: string | null, community: { code: string, name: string }, visitsPerQuarter: Array<{ from: string, until: string, visits: number }> } | null, pairings: { totalCount: number, nodes: Array<{ id: string, since: string, until: string | null, community: { code: string, name: string } }> }, supervises: { totalCount: number, nodes: Array<{ code: string, name: string, kind: DepartmentKind, pairing: { aligned: boolean | null, community: { code: string, name: string } } | null }> }, visits: { totalCount: number, nodes: Array<{ id: string, date: string, tasks: Array<VisitTask>, community: { code: string, name: string } }> }, findings: { totalCount: number, nodes: Array<{ id: string, result: RuleResult, observed: string | null, required: string, rule: { code: RuleCode, title: string, obligation: Obligation }, place:
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
          | { code: string, name: string, level: PlaceLevel }
        , subject:
          | { __typename: 'Appointment' }
          | { __typename: 'Appraisal' }
          | { __typename: 'Branch', actorName: string }
          | { __typename: 'Building', name: string }
          | { __typename: 'BuildingGroup', groupName: string }
          | { __typename: 'City', name: string }
          | { __typename: 'Community', name: string }
          | { __typename: 'Compound', name: string }
          | { __typename: 'Conference', actorName: string }
          | { __typename: 'Contribution' }
          | { __typename: 'Criterion' }
          | { __typename: 'CrossAppointment' }
          | { __typename: 'Deed' }
          | { __typename: 'Department', actorName: string }
          | { __typename: 'DepartmentPairing' }
          | { __typename: 'Document' }
          | { __typename: 'Enterprise', actorName: string }
          | { __typename: 'Escalation' }
          | { __typename: 'Evaluation' }
          | { __typename: 'EvaluationRound' }
          | { __typename: 'Finding' }
          | { __typename: 'Issue', title: string }
          | { __typename: 'Leader', actorName: string }
          | { __typename: 'LeaderPairing' }
          | { __typename: 'Meeting' }
          | { __typename: 'OwnersCommittee', actorName: string }
          | { __typename: 'PartyOrganization', actorName: string }
          | { __typename: 'Person', actorName: string }
          | { __typename: 'PostKind' }
          | { __typename: 'PropertyCompany', actorName: string }
          | { __typename: 'ResponsibilityZone' }
          | { __typename: 'SettledMatter' }
          | { __typename: 'SocialOrganization', actorName: string }
          | { __typename: 'Subdistrict', name: string }
          | { __typename: 'SynergyBody', actorName: string }
          | { __typename: 'TeamKind' }
          | { __typename: 'Unit', actorName: string }
          | { __typename: 'Visit' }
          | { __typename: 'VolunteerTeam', actorName: string }
          | { __typename: 'ZoneKind' }
         }> } } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  day?: string | null | undefined;
}>;


export type SearchQuery = { searchResults: { totalCount: number, edges: Array<{ matchedText: string, node:
        | { __typename: 'Appointment' }
        | { __typename: 'Appraisal' }
        | { __typename: 'Branch' }
        | { __typename: 'Building' }
        | { __typename: 'BuildingGroup' }
        | { __typename: 'City' }
        | { __typename: 'Community', code: string, name: string, subdistrict: { name: string } }
        | { __typename: 'Compound', code: string, name: string, community: { name: string } }
        | { __typename: 'Conference' }
        | { __typename: 'Contribution' }
        | { __typename: 'Criterion' }
        | { __typename: 'CrossAppointment' }
        | { __typename: 'Deed' }
        | { __typename: 'Department', code: string, name: string }
        | { __typename: 'DepartmentPairing' }
        | { __typename: 'Document' }
        | { __typename: 'Enterprise' }
        | { __typename: 'Escalation' }
        | { __typename: 'Evaluation' }
        | { __typename: 'EvaluationRound' }
        | { __typename: 'Finding' }
        | { __typename: 'Issue', code: string, issueTitle: string }
        | { __typename: 'Leader', code: string, name: string, title: string }
        | { __typename: 'LeaderPairing' }
        | { __typename: 'Meeting' }
        | { __typename: 'OwnersCommittee' }
        | { __typename: 'PartyOrganization' }
        | { __typename: 'Person' }
        | { __typename: 'PostKind' }
        | { __typename: 'PropertyCompany' }
        | { __typename: 'ResponsibilityZone' }
        | { __typename: 'SettledMatter' }
        | { __typename: 'SocialOrganization' }
        | { __typename: 'Subdistrict' }
        | { __typename: 'SynergyBody' }
        | { __typename: 'TeamKind' }
        | { __typename: 'Unit' }
        | { __typename: 'Visit' }
        | { __typename: 'VolunteerTeam' }
        | { __typename: 'ZoneKind' }
       }> } | null };

export type TrendQueryVariables = Exact<{
  code: string;
  from: string;
  until: string;
}>;


export type TrendQuery = { coverageHistory: Array<{ asOf: string, coverage: { rate: number | null } }> | null };

export interface Operations {
  Cities: { data: CitiesQuery; variables: CitiesQueryVariables };
  City: { data: CityQuery; variables: CityQueryVariables };
  Community: { data: CommunityQuery; variables: CommunityQueryVariables };
  Compound: { data: CompoundQuery; variables: CompoundQueryVariables };
  Department: { data: DepartmentQuery; variables: DepartmentQueryVariables };
  Due: { data: DueQuery; variables: DueQueryVariables };
  Issue: { data: IssueQuery; variables: IssueQueryVariables };
  Issues: { data: IssuesQuery; variables: IssuesQueryVariables };
  Leader: { data: LeaderQuery; variables: LeaderQueryVariables };
  Search: { data: SearchQuery; variables: SearchQueryVariables };
  Trend: { data: TrendQuery; variables: TrendQueryVariables };
}
